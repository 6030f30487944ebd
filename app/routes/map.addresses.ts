import type { LoaderFunctionArgs } from "@remix-run/node";
import * as z from "zod";
import { findBoundary } from "#app/features/members/queries/places.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readParameters } from "#app/http/parameters.server.ts";
import { addressProvider, searchAddress } from "#app/map/address/search-address.server.ts";
import { boundsOf } from "#app/map/bounds.ts";

const asked = z.object({ q: z.string().trim().min(1).max(60) });

/** Where is it? For the field of AddressSearch; 404 where nobody has been set up to be asked. */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const provider = found(addressProvider);
  const { q } = readParameters(request, asked);
  const boundary = (await findBoundary(viewer)) as GeoJSON.Feature | null;
  const near = boundsOf([boundary?.geometry]);
  return Response.json(await searchAddress({ text: q, near, now: context.now }, provider));
}
