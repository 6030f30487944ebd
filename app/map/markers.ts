import { type IconName, icons } from "#app/ui/icons.ts";
import type { ColourName, Colours } from "./colours.ts";
import type { EngineMap } from "./engine.ts";

/** A round sign with an icon in it: told apart by the icon as well as by the colour. */
export type Marker = { icon: IconName; colour: ColourName };

const diameter = 26;
const pixelRatio = 2;

export const markerImage = ({ icon, colour }: Marker, colours: Colours) => `${icon} ${colours[colour]}`;

/** Puts the signs that the layers ask for into the style, again after every change of it. */
export function addMarkers(map: EngineMap, markers: Marker[], colours: Colours) {
  for (const marker of markers) {
    const id = markerImage(marker, colours);
    if (!map.hasImage(id)) map.addImage(id, draw(marker, colours), { pixelRatio });
  }
}

function draw({ icon, colour }: Marker, colours: Colours) {
  const size = diameter * pixelRatio;
  const canvas = Object.assign(document.createElement("canvas"), { width: size, height: size });
  const pen = canvas.getContext("2d") as CanvasRenderingContext2D;
  pen.scale(pixelRatio, pixelRatio);
  pen.beginPath();
  pen.arc(diameter / 2, diameter / 2, diameter / 2 - 2, 0, 2 * Math.PI);
  pen.fillStyle = colours[colour];
  pen.strokeStyle = colours.surface;
  pen.lineWidth = 2;
  pen.fill();
  pen.stroke();
  // The icons are drawn on a grid of 24.
  const scale = (diameter * 0.56) / 24;
  pen.translate(diameter * 0.22, diameter * 0.22);
  pen.scale(scale, scale);
  pen.lineWidth = 2.4;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.stroke(new Path2D(icons[icon]));
  return pen.getImageData(0, 0, size, size);
}
