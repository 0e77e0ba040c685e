import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  failure
} from "./chunk-BDGJGAS6.js";

// src/actions/plan/image.ts
var pinned = /@sha256:[0-9a-f]{64}$/;
var pauseSeconds = 10;
async function findImage({
  wanted,
  headSha,
  images,
  clock,
  progress,
  signal,
  patienceSeconds
}) {
  if (pinned.test(wanted)) return wanted;
  const until = clock.now().getTime() + patienceSeconds * 1e3;
  for (; ; ) {
    const found = await images.pin(wanted, headSha);
    if (found) return found;
    if (clock.now().getTime() + pauseSeconds * 1e3 > until) throw notBuilt(wanted, headSha, patienceSeconds);
    progress.info(`No image is tagged ${headSha} in ${wanted} yet; looking again in ${pauseSeconds} s.`);
    await clock.sleep(pauseSeconds * 1e3, signal);
  }
}
function notBuilt(repository, headSha, patienceSeconds) {
  return failure({
    code: "images/not-built",
    what: `No image is tagged ${headSha} in ${repository}, after ${patienceSeconds} s of waiting.`,
    next: "Look at the job that builds and pushes the image of each commit, then run this one again."
  });
}

export {
  findImage
};
