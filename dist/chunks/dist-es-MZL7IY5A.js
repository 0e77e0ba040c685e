import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
} from "./chunk-QMJKHENA.js";
import "./chunk-AK2LLNL2.js";
import "./chunk-IBPTGO2M.js";
import "./chunk-JVH4N7KU.js";
import "./chunk-R5U37ZOC.js";
export {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
};
