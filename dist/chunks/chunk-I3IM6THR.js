import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/define/synth-layout.ts
var stackLayouts = ["platform-and-service", "platform"];
var defaultLayout = "platform-and-service";
function previewName(pullRequest) {
  return `pr-${pullRequest}`;
}
function synthLayout(pullRequest, layout = defaultLayout) {
  if (layout === "platform") {
    return [
      { group: "host", layer: "platform", path: "host/stacks/platform" },
      { group: "isolated", layer: "platform", path: "isolated/stacks/platform" }
    ];
  }
  return [
    { group: "host", layer: "platform", path: "host/stacks/platform" },
    { group: "host", layer: "service", path: "host/stacks/service" },
    { group: "shared", layer: "service", path: `shared/stacks/service-${previewName(pullRequest)}` },
    { group: "isolated", layer: "platform", path: "isolated/stacks/platform" },
    { group: "isolated", layer: "service", path: "isolated/stacks/service" }
  ];
}

export {
  stackLayouts,
  defaultLayout,
  previewName,
  synthLayout
};
