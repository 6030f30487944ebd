import type { Submission } from "@conform-to/react";
import { data } from "@remix-run/node";
import { answerWrite, askAgain } from "#app/forms/answer-write.server.ts";
import { Doubtful, NotAllowed } from "../errors.ts";

/** What the writer confirmed: the doubts the form asked about, once its box is ticked. */
export const confirmedIn = (form: FormData) =>
  form.has("accept") ? form.getAll("doubt").map(String).slice(0, 20) : [];

/** Runs the recording of one event; what looks wrong is asked once, with everything typed kept. */
export const answerEvent = <Answer>(
  submission: Pick<Submission<never, string[]>, "reply">,
  write: () => Promise<Answer>,
) =>
  answerWrite(submission, async () => {
    try {
      return await write();
    } catch (error) {
      if (error instanceof Doubtful)
        return askAgain(
          submission,
          error.doubts.flatMap(({ codes }) => codes),
        );
      if (error instanceof NotAllowed) throw data(null, { status: 403 });
      throw error;
    }
  });
