import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  ENV_ACCOUNT_ID,
  ENV_CREDENTIAL_SCOPE,
  ENV_EXPIRATION,
  ENV_KEY,
  ENV_SECRET,
  ENV_SESSION,
  fromEnv
} from "./chunk-VQSP43VP.js";
import "./chunk-7YUU5ONS.js";
import "./chunk-PABG3G7K.js";
import "./chunk-TYMLWU77.js";
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
