import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
} from "./chunk-UBADWJLH.js";
import "./chunk-C2KF2776.js";
import "./chunk-WEG3FJMK.js";
import "./chunk-GRWZGOAN.js";
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
