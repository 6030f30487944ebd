declare module "vt-pbf" {
  type Feature = {
    /** 1: points */
    type: 1;
    properties: Record<string, string | number | boolean | null>;
    loadGeometry(): { x: number; y: number }[][];
  };
  type Layer = {
    version: 2;
    name: string;
    extent: number;
    length: number;
    feature(index: number): Feature;
  };
  /** A vector tile, not compressed. */
  export default function encode(tile: { layers: Record<string, Layer> }): Uint8Array;
}
