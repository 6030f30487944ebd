import { open } from "node:fs/promises";
import { PMTiles, ResolvedValueCache, type Source, TileType } from "pmtiles";
import * as z from "zod";
import { env } from "#app/env.server.ts";

const mediaTypes: Partial<Record<TileType, string>> = {
  [TileType.Mvt]: "application/vnd.mapbox-vector-tile",
  [TileType.Png]: "image/png",
  [TileType.Jpeg]: "image/jpeg",
  [TileType.Webp]: "image/webp",
  [TileType.Avif]: "image/avif",
};

const metadata = z.object({
  vector_layers: z.array(z.object({ id: z.string() })).default([]),
  attribution: z.string().default(""),
});

/** An archive on this machine's disk; opened for each read, so that there is nothing to close in the end. */
function fileSource(path: string): Source {
  return {
    getKey: () => path,
    async getBytes(offset, length) {
      const file = await open(path);
      try {
        const bytes = new Uint8Array(length);
        const { bytesRead } = await file.read(bytes, 0, length, offset);
        return { data: bytes.buffer.slice(0, bytesRead) };
      } finally {
        await file.close();
      }
    },
  };
}

/** What an archive of tiles holds, and its tiles: undefined where it has none. */
export function openArchive(path: string) {
  // The package's usual cache would keep a failure as well.
  const archive = new PMTiles(fileSource(path), new ResolvedValueCache());
  return {
    async describe() {
      const { tileType, minZoom, maxZoom } = await archive.getHeader();
      const { vector_layers: layers, attribution } = metadata.parse(await archive.getMetadata());
      return {
        kind: tileType === TileType.Mvt ? ("vector" as const) : ("raster" as const),
        layers: layers.map(({ id }) => id),
        minZoom,
        maxZoom,
        attribution: attribution.replace(/<[^>]*>/g, "").trim() || null,
      };
    },
    async tile({ z, x, y }: { z: number; x: number; y: number }) {
      const tile = await archive.getZxy(z, x, y);
      if (!tile) return undefined;
      const mediaType = mediaTypes[(await archive.getHeader()).tileType] ?? "application/octet-stream";
      return { bytes: new Uint8Array(tile.data), mediaType };
    },
  };
}

/** The operator's own archive, where one is set up. */
export const baseArchive = env.MAP_PMTILES ? openArchive(env.MAP_PMTILES) : undefined;
