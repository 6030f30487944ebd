import * as z from "zod";

/** A minute on China's clock, and the instant at which the form was opened. */
export const when = {
  at: z.string("error.required").regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/, "error.time"),
  openedAt: z.iso.datetime({ error: "error.time" }),
};

/** What was typed; of the minute in which the form was opened the very instant, so that nothing comes before what it follows. */
export const instantIn = ({ at, openedAt }: { at: string; openedAt: string }) => {
  const typed = new Date(`${at}:00+08:00`);
  const opened = new Date(openedAt);
  return opened.getTime() - typed.getTime() < 60_000 && opened >= typed ? opened : typed;
};
