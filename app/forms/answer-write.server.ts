import type { Submission, SubmissionResult } from "@conform-to/react";
import { data } from "@remix-run/node";
import { EditConflict, IdTaken, type LastChange, Missing, Refused } from "#app/audit/errors.ts";

/** What the action of a form answers when nothing was written. */
export type Unwritten = {
  result: SubmissionResult<string[]>;
  /** the row's version now, what it says where it differs from what was sent, and who made it say so */
  conflict?: { version: number; theirs: Record<string, unknown>; last?: LastChange };
  /** what looks wrong and is asked once; sent again with `accept` it is written */
  doubts?: string[];
};

type Parsed = Submission<never, string[], never> | Pick<Submission<never, string[]>, "reply">;

/** 400 with the form as it was typed. */
export const refuseForm = (submission: Parsed, fieldErrors?: Record<string, string[]>) =>
  data<Unwritten>({ result: submission.reply(fieldErrors && { fieldErrors }) }, { status: 400 });

/** 422 until the person who writes says that it is so. */
export const askAgain = (submission: Parsed, doubts: string[]) =>
  data<Unwritten>({ result: submission.reply(), doubts }, { status: 422 });

/** Runs a write and turns what a rule refused into the form's answer, with everything typed kept. */
export async function answerWrite<Answer>(submission: Parsed, write: () => Promise<Answer>) {
  try {
    return await write();
  } catch (error) {
    if (error instanceof Refused) return refuseForm(submission, { [error.field]: [error.message] });
    if (error instanceof EditConflict) {
      const { version, theirs, last } = error;
      const conflict = { version, theirs, last };
      return data<Unwritten>({ result: submission.reply(), conflict }, { status: 409 });
    }
    if (error instanceof IdTaken) {
      return data<Unwritten>(
        { result: submission.reply({ formErrors: ["error.idTaken"] }) },
        { status: 409 },
      );
    }
    if (error instanceof Missing) throw data(null, { status: 404 });
    throw error;
  }
}
