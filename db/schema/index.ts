import type { DB as Accounts } from "./accounts.ts";
import type { DB as Audit } from "./audit.ts";
import type { DB as Exchange } from "./exchange.ts";
import type { DB as Jobs } from "./jobs.ts";
import type { DB as Members } from "./members.ts";
import type { DB as Production } from "./production.ts";
import type { DB as Reference } from "./reference.ts";
import type { DB as Safety } from "./safety.ts";
import type { DB as Sites } from "./sites.ts";
import type { DB as Supply } from "./supply.ts";
import type { DB as Treatments } from "./treatments.ts";
import type { DB as Water } from "./water.ts";

export interface Database
  extends Accounts,
    Audit,
    Exchange,
    Jobs,
    Members,
    Production,
    Reference,
    Safety,
    Sites,
    Supply,
    Treatments,
    Water {}
