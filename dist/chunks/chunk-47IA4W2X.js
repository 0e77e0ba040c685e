import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/gate/files.ts
var stackFile = "cdk.tf.json";
var manifestFile = "manifest.json";
var maxFileBytes = 5e6;
var synthLimits = { reads: [stackFile, manifestFile], maxFileBytes, maxEntries: 1e3 };

export {
  stackFile,
  manifestFile,
  maxFileBytes,
  synthLimits
};
