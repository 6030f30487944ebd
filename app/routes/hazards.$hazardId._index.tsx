import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { v7 as uuidv7 } from "uuid";
import { HazardFacts } from "#app/features/safety/HazardFacts.tsx";
import { HazardStandingBadge, SeverityBadge } from "#app/features/safety/HazardMarks.tsx";
import { HazardSteps } from "#app/features/safety/HazardSteps.tsx";
import { needsPicture, possibleSteps } from "#app/features/safety/possible-steps.ts";
import { findHazard } from "#app/features/safety/queries/hazards.server.ts";
import { StepForm } from "#app/features/safety/StepForm.tsx";
import { StepRefused } from "#app/features/safety/StepRefused.tsx";
import { answerStep } from "#app/features/safety/take-step.server.ts";
import type { Unwritten } from "#app/forms/answer-write.server.ts";
import { found } from "#app/http/answers.server.ts";
import { readId } from "#app/http/parameters.server.ts";
import { titleFromLoader } from "#app/http/title.ts";
import { useTranslation } from "#app/i18n/useTranslation.ts";
import { Breadcrumbs } from "#app/ui/Breadcrumbs.tsx";
import { Link } from "#app/ui/Link.tsx";
import { PageHeader } from "#app/ui/PageHeader.tsx";
import { Section } from "#app/ui/Section.tsx";

export const meta = titleFromLoader;

export async function loader({ params, context }: LoaderFunctionArgs) {
  const viewer = await context.viewer();
  const { steps, ...hazard } = found(await findHazard(viewer, readId(params.hazardId)));
  return {
    title: hazard.description,
    hazard,
    steps,
    possible: possibleSteps(viewer, hazard).map((kind) => ({
      kind,
      ids: { id: uuidv7(), pictureId: uuidv7() },
      needsPicture: needsPicture(viewer, kind),
    })),
    today: context.today,
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const writer = await context.writer();
  const hazard = found(await findHazard(writer.viewer, readId(params.hazardId)));
  return answerStep(writer, hazard, await request.formData());
}

export default function HazardPage() {
  const { hazard, steps, possible, today } = useLoaderData<typeof loader>();
  const { t } = useTranslation("safety");
  const answer = useActionData<Unwritten>();
  const refused = answer?.result.initialValue?.intent;
  return (
    <>
      <PageHeader
        breadcrumbs={<Breadcrumbs items={[{ to: "/hazards", label: t("hazards") }]} />}
        title={hazard.description}
        marks={
          <>
            <HazardStandingBadge hazard={hazard} today={today} />
            <SeverityBadge severity={hazard.severity} />
          </>
        }
        answer={
          <span lang="zh">
            <Link to={`/sites/${hazard.siteId}`}>{hazard.siteName}</Link> · {hazard.townName}{" "}
            {hazard.operatorName}
          </span>
        }
      />
      {answer && !possible.some(({ kind }) => kind === refused) && <StepRefused answer={answer} />}
      <HazardFacts hazard={hazard} />
      <Section title={t("step.history")}>
        <HazardSteps hazardId={hazard.id} steps={steps} />
      </Section>
      {possible.map(({ kind, ids, needsPicture }) => (
        <StepForm
          // Once it is taken the form starts anew.
          key={`${kind}-${hazard.version}`}
          kind={kind}
          ids={ids}
          foundOn={hazard.foundOn}
          today={today}
          needsPicture={needsPicture}
          answer={refused === kind ? answer : undefined}
        />
      ))}
    </>
  );
}
