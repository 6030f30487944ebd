/**
 * A rule refused the write; `field` names where on the form, `message` is the key of the reason, `subject` the id of
 * what was refused, where several were sent.
 */
export class Refused extends Error {
  override name = "Refused";
  constructor(
    readonly field: string,
    message: string,
    readonly subject?: string,
  ) {
    super(message);
  }
}

/** Who wrote what stands there, where the viewer may know the name, and when. */
export type LastChange = { name: string | null; at: Date };

/** Somebody else changed the row since it was opened: what stands there now, only where it differs from what was sent. */
export class EditConflict extends Error {
  override name = "EditConflict";
  constructor(
    readonly id: string,
    readonly version: number,
    readonly theirs: Record<string, unknown>,
    readonly last?: LastChange,
  ) {
    super(`changed since it was opened: ${Object.keys(theirs).join(", ")}`);
  }
}

/** The same id came before with another content. */
export class IdTaken extends Error {
  override name = "IdTaken";
}

/** The row is not there, or not this alliance's. */
export class Missing extends Error {
  override name = "Missing";
}
