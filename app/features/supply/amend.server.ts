import type * as z from "zod";
import { EditConflict } from "#app/audit/errors.ts";
import type { Writer } from "#app/auth/viewer.ts";
import { amendAgreement } from "./queries/agreement-versions.server.ts";
import { listVersions } from "./queries/agreements.server.ts";
import { readTerms } from "./read-terms.ts";
import type { amendmentForm } from "./schema.ts";
import { termsValues } from "./terms.ts";

type Agreement = { id: string; startsOn: string; endsOn: string };

/** Writes an amendment; where another came between, says what the newest terms say otherwise than this form. */
export async function amend(
  writer: Writer,
  agreement: Agreement,
  { version: basedOn, effectiveOn, reason, picture, pictureId, ...said }: z.output<typeof amendmentForm>,
  typed: Record<string, unknown>,
) {
  try {
    await amendAgreement(writer, {
      ...{ agreementId: agreement.id, basedOn },
      version: { ...readTerms(said, agreement), effectiveOn, reason },
      file: picture && { id: pictureId, ...picture },
    });
  } catch (error) {
    if (!(error instanceof EditConflict)) throw error;
    const [newest] = await listVersions(writer.viewer, agreement.id);
    const theirs = Object.entries(newest ? termsValues(newest) : {}).filter(
      ([name, value]) => String(typed[name] ?? "") !== String(value),
    );
    throw new EditConflict(error.id, error.version, Object.fromEntries(theirs), error.last);
  }
}
