import "@remix-run/server-runtime";
import type { TFunction } from "i18next";
import type { Visit } from "./auth/session.server.ts";
import type { Viewer, Writer } from "./auth/viewer.ts";
import type { Language } from "./i18n/language.ts";
import type messages from "./messages.zh.ts";

declare module "@remix-run/server-runtime" {
  /** What a loader answers arrives as it is: a Date stays a Date. */
  interface Future {
    v3_singleFetch: true;
  }
  interface AppLoadContext {
    /** The instant this request came in: the only clock. */
    now: Date;
    /** Today in China, 'YYYY-MM-DD'. */
    today: string;
    language: Language;
    /** Words for titles and for answers made on the server. */
    t: TFunction<(keyof typeof messages)[]>;
    nonce: string;
    address: string;
    /** The database could not be reached while this request was answered. */
    databaseAway?: true;
    /** Whoever is looking; without a sign-in the request goes to the sign-in page. */
    viewer(): Promise<Viewer>;
    /** Who writes, and when. */
    writer(): Promise<Writer>;
    /** The sign-in with its surroundings, or undefined. Read from the database once per request. */
    visit(): Promise<Visit | undefined>;
  }
}
