import { parseWithZod } from "@conform-to/zod/v4";
import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { Refused } from "#app/audit/errors.ts";
import { findOrganization } from "#app/features/members/queries/find-organization.server.ts";
import { canBuyDrugs, canSeeDrugsOf } from "#app/features/production/treatments/access.ts";
import { drugOptions } from "#app/features/production/treatments/drug-options.ts";
import { findDrug } from "#app/features/production/treatments/labels.ts";
import { PurchaseForm } from "#app/features/production/treatments/PurchaseForm.tsx";
import { PurchaseTable } from "#app/features/production/treatments/PurchaseTable.tsx";
import {
  insertPurchases,
  listDrugStock,
  listPurchases,
} from "#app/features/production/treatments/queries/purchases.server.ts";
import { StockTable } from "#app/features/production/treatments/StockTable.tsx";
import { purchaseForm } from "#app/features/production/treatments/schema.ts";
import { answerWrite, refuseForm, type Unwritten } from "#app/forms/answer-write.server.ts";
import { allow, found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

async function readOwner({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const owner = found(await findOrganization(viewer, readId(params.organizationId), context.today));
  allow(canSeeDrugsOf(viewer, owner));
  return { viewer, owner };
}

export async function loader(args: LoaderFunctionArgs) {
  const { viewer, owner } = await readOwner(args);
  const { today, t } = args.context;
  const [stock, purchases] = await Promise.all([
    listDrugStock(viewer, { organizationId: owner.id, today }),
    listPurchases(viewer, { organizationId: owner.id, limit: 300 }),
  ]);
  return {
    title: t("treatments:purchases"),
    owner: { id: owner.id, name: owner.name },
    stock,
    purchases,
    mayBuy: canBuyDrugs(viewer, owner),
    id: uuidv7(),
    today,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { viewer, owner } = await readOwner(args);
  allow(canBuyDrugs(viewer, owner));
  const submission = parseWithZod(await args.request.formData(), { schema: purchaseForm });
  if (submission.status !== "success") return refuseForm(submission);
  return answerWrite(submission, async () => {
    const { drugId, boughtOn } = submission.value;
    if (boughtOn > args.context.today) throw new Refused("boughtOn", "production:refused.future");
    if (drugId !== undefined && !findDrug(drugId)) throw new Refused("drugId", "production:refused.noLabel");
    await insertPurchases(await args.context.writer(), [{ ...submission.value, organizationId: owner.id }]);
    return redirect(`/members/${owner.id}/drugs`);
  });
}

export default function Purchases() {
  const { title, owner, stock, purchases, mayBuy, id, today } = useLoaderData<typeof loader>();
  const { t, i18n } = useTranslation(["treatments", "common"]);
  const answer = useActionData<Unwritten>();
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: `/members/${owner.id}`, label: owner.name }]} />}
        title={title}
      />
      <Section title={t("stock")} note={t("stockNote")}>
        <StockTable stock={stock} />
      </Section>
      <Section title={t("purchases")}>
        <PurchaseTable purchases={purchases} />
      </Section>
      {mayBuy && (
        <Section title={t("addPurchase")}>
          <PurchaseForm id={id} today={today} drugs={drugOptions(today, i18n.language, t)} answer={answer} />
        </Section>
      )}
    </>
  );
}
