// @vitest-environment jsdom
import { useForm } from "@conform-to/react";
import { parseWithZod } from "@conform-to/zod/v4";
import { Form, useActionData } from "@remix-run/react";
import { cleanup, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { CheckboxGroup } from "#app/forms/CheckboxGroup.tsx";
import { ConflictNotice } from "#app/forms/ConflictNotice.tsx";
import { errorText } from "#app/forms/errorText.ts";
import { FormErrors } from "#app/forms/FormErrors.tsx";
import { NumberField } from "#app/forms/NumberField.tsx";
import { SelectField } from "#app/forms/SelectField.tsx";
import { SubmitButton } from "#app/forms/SubmitButton.tsx";
import { TextField } from "#app/forms/TextField.tsx";
import { createI18n } from "#app/i18n/i18n.ts";
import en from "#app/i18n/messages.en.ts";
import { renderPart } from "./render.tsx";

const fields = z.object({
  name: z.string({ error: "error.required" }),
  kind: z.enum(["pond"], { error: "error.choose" }),
  depth: z.coerce.number().max(4, { error: 'error.tooLarge|{"maximum":4}' }),
  uses: z.array(z.string()).min(1, { error: "error.choose" }),
});

const action = async ({ request }: { request: Request }) =>
  parseWithZod(await request.formData(), { schema: fields }).reply();

function PondForm() {
  const [form, field] = useForm<z.input<typeof fields>>({
    id: "pond",
    lastResult: useActionData<typeof action>(),
  });
  const labels = { name: "名称", kind: "类型", depth: "水深", uses: "用途" };
  return (
    <Form method="post" id={form.id} onSubmit={form.onSubmit} noValidate>
      <FormErrors form={form} labels={labels} />
      <TextField field={field.name} label={labels.name} hint="池边牌子上写的名字" />
      <SelectField field={field.kind} label={labels.kind} options={[{ value: "pond", label: "陆基池" }]} />
      <NumberField field={field.depth} label={labels.depth} unit="米" />
      <CheckboxGroup field={field.uses} label={labels.uses} options={[{ value: "fry", label: "育苗" }]} />
      <SubmitButton>保存</SubmitButton>
    </Form>
  );
}

afterEach(cleanup);

test("a field is named by its label and described by its hint and unit", async () => {
  renderPart(PondForm);
  const name = await screen.findByLabelText("名称");
  const depth = screen.getByLabelText("水深");
  expect(describedBy(name)).toBe("池边牌子上写的名字");
  expect(describedBy(depth)).toBe("米");
  expect(depth.getAttribute("inputmode")).toBe("decimal");
  expect(within(screen.getByRole("group", { name: "用途" })).getByLabelText("育苗")).toBeDefined();
  expect(screen.queryByRole("alert")).toBeNull();
});

test("a refused form says every problem at its top, links to the fields and takes the focus", async () => {
  renderPart(PondForm, { action });
  const depth = await screen.findByLabelText<HTMLInputElement>("水深");
  fireEvent.change(depth, { target: { value: "9" } });
  fireEvent.click(screen.getByRole("button", { name: "保存" }));

  const summary = await screen.findByRole("alert");
  await waitFor(() => expect(document.activeElement).toBe(summary));
  expect(within(summary).getByRole("heading").textContent).toBe("有 4 处需要更正");
  const links = within(summary).getAllByRole<HTMLAnchorElement>("link");
  expect(links.map(({ textContent }) => textContent)).toEqual([
    "名称：请填写",
    "类型：请选择",
    "水深：不能大于 4",
    "用途：请选择",
  ]);
  for (const link of links) {
    const target = document.querySelector(link.hash);
    expect(target, link.hash).not.toBeNull();
    expect(describedBy(target)).toContain(link.textContent?.split("：")[1]);
  }
  expect(depth.getAttribute("aria-invalid")).toBe("true");
  expect(depth.value).toBe("9");
});

test("the same refusal again takes the focus again", async () => {
  renderPart(PondForm, { action });
  const submit = await screen.findByRole("button", { name: "保存" });
  fireEvent.click(submit);
  const summary = await screen.findByRole("alert");
  await waitFor(() => expect(document.activeElement).toBe(summary));
  submit.focus();
  fireEvent.click(submit);
  await waitFor(() => expect(document.activeElement).toBe(summary));
});

test("a form on its way is not sent twice", async () => {
  let release = () => {};
  const arrived = vi.fn(() => new Promise<null>((resolve) => (release = () => resolve(null))));
  renderPart(PondForm, { action: arrived });
  const submit = await screen.findByRole("button", { name: "保存" });
  fireEvent.click(submit);
  await waitFor(() => expect(submit.getAttribute("aria-disabled")).toBe("true"));
  fireEvent.click(submit);
  release();
  await waitFor(() => expect(submit.getAttribute("aria-disabled")).toBeNull());
  expect(arrived).toHaveBeenCalledTimes(1);
});

test("messages are keys with parameters; an unknown one never reaches the reader raw", () => {
  const { t } = createI18n("en", { common: en });
  expect(errorText(t, "error.required")).toBe("Fill this in");
  expect(errorText(t, 'error.tooLarge|{"maximum":4}')).toBe("No more than 4");
  expect(errorText(t, "Invalid input: expected string, received undefined")).toBe("Not valid, please check");
  expect(errorText(t, 'expected one of "a"|"b"')).toBe("Not valid, please check");
});

test("a conflict shows both values of each field", async () => {
  renderPart(() => (
    <ConflictNotice
      last={{ name: "示例镇干部", at: "2026-03-15T06:05:00Z" }}
      changes={[{ name: "name", label: "名称", mine: "军坝 1 号池", theirs: "" }]}
    />
  ));
  const row = await screen.findByRole("row", { name: /名称/ });
  expect(
    within(row)
      .getAllByRole("cell")
      .map(({ textContent }) => textContent),
  ).toEqual(["军坝 1 号池", "—"]);
  expect(screen.getByText(/于 2026-03-15 14:05 修改/).textContent).toMatch(/^示例镇干部 于/);
});

test("a conflict with somebody whose name is not the reader's to know still says when", async () => {
  renderPart(() => <ConflictNotice last={{ name: null, at: "2026-03-15T06:05:00Z" }} changes={[]} />);
  expect((await screen.findByText(/于 2026-03-15 14:05 修改/)).textContent).toMatch(/^另一位用户 于/);
});

/** What a screen reader says after the name. */
function describedBy(element: Element | null) {
  const ids = element?.getAttribute("aria-describedby")?.split(" ") ?? [];
  return ids.map((id) => document.getElementById(id)?.textContent).join(" ");
}
