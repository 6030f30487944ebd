/** 40P01 deadlock, 40001 serialization: PostgreSQL undid one of two that waited for each other. */
const passing = ["40P01", "40001"];
const attemptsAtMost = 5;

/** Does a write again that was undone for another's sake. It must carry the ids of its rows. */
export async function retrying<Result>(write: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write();
    } catch (error) {
      if (attempt === attemptsAtMost || !passing.includes(String((error as { code?: unknown }).code)))
        throw error;
    }
  }
}
