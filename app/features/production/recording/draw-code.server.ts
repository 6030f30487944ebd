import { toString as draw } from "qrcode";

/** A QR code as SVG without size of its own; level Q still reads when a quarter of it is dirty. */
export const drawCode = (text: string) =>
  draw(text, { type: "svg", errorCorrectionLevel: "Q", margin: 2, color: { dark: "#000", light: "#fff" } });
