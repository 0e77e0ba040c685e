import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/preview/terraform-lines.ts
var words = {
  create: "created",
  update: "changed",
  replace: "replaced",
  delete: "destroyed"
};
function terraformLines(progress) {
  return (event) => {
    if (event.kind === "done" && words[event.action]) {
      progress.info(`  ${words[event.action]} ${event.address} (${Math.round(event.elapsedSeconds)} s)`);
    }
    if (event.kind === "failed") progress.info(`  failed ${event.address}`);
  };
}

export {
  terraformLines
};
