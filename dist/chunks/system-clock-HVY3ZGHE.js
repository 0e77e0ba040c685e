import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  systemClock
} from "./chunk-VZXOQTQD.js";
import "./chunk-R5U37ZOC.js";
export {
  systemClock
};
