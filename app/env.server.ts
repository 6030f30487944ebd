import { readSettings, setupToken } from "../start/settings.js";

const { settings, problems } = readSettings(process.env);
if (!settings) throw new Error(problems.join("; "));

const { DATABASE_URL, SESSION_SECRET } = settings;
if (!DATABASE_URL || !SESSION_SECRET)
  throw new Error("DATABASE_URL and SESSION_SECRET: the start makes them where they are not given");

/** The settings the process runs with; the only place in the app that reads the environment. */
export const env = { ...settings, DATABASE_URL, SESSION_SECRET, SETUP_TOKEN: setupToken(SESSION_SECRET) };
