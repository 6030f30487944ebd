/** A lot holds less than an event takes. */
export class Short extends Error {
  override name = "Short";
  constructor(
    readonly lotId: string,
    readonly field: "count" | "massG",
    readonly wanted: number,
    readonly available: number,
  ) {
    super(`lot ${lotId} is short`);
  }
}

/** The gate: fish that may not go to food yet. `fitFrom` null: nobody can say when. */
export class Withheld extends Error {
  override name = "Withheld";
  constructor(
    readonly lotId: string,
    readonly by: "withdrawal" | "hold",
    readonly fitFrom: string | null,
  ) {
    super(`lot ${lotId} is withheld`);
  }
}

/** Events that look wrong and were not confirmed; nothing was written. */
export class Doubtful extends Error {
  override name = "Doubtful";
  constructor(readonly doubts: { eventId: string; codes: string[] }[]) {
    super(doubts.map(({ codes }) => codes.join()).join("; "));
  }
}

/** The writer may see the site but not write this there. */
export class NotAllowed extends Error {
  override name = "NotAllowed";
}
