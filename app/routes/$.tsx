import { found } from "#app/http/answers.server.ts";

/** Every address no other route answers. */
export async function loader() {
  return found(undefined);
}

export default function Unknown() {
  return null;
}
