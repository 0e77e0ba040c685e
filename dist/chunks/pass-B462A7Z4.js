import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  judge,
  missing,
  passGate,
  refused
} from "./chunk-5URG3ASK.js";
import "./chunk-5BDHFTDN.js";
import "./chunk-XOC26WPZ.js";
import "./chunk-ZUV5XRPE.js";
import "./chunk-47IA4W2X.js";
import "./chunk-BDGJGAS6.js";
import "./chunk-R5U37ZOC.js";
export {
  judge,
  missing,
  passGate,
  refused
};
