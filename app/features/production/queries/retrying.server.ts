/** 40P01 deadlock, 40001 serialization: PostgreSQL undid one of two that waited for each other. */
const passing = ["40P01", "40001"];
/** The same rows arrived twice at once: the later of the two finds them written when it tries again. */
const cameTwice = ["event_pkey", "pending_event_pkey", "lot_pkey", "file_pkey"];
const attemptsAtMost = 5;

type DatabaseError = { code?: string; constraint_name?: string };

/** Does a write again that was undone for another's sake. It must carry the ids of its rows. */
export async function retrying<Result>(write: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      const { code = "", constraint_name: constraint = "" } = error as DatabaseError;
      const isPassing = passing.includes(code) || (code === "23505" && cameTwice.includes(constraint));
      if (attempt === attemptsAtMost || !isPassing) throw error;
    }
  }
}
