import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  defaultStacksConfig,
  referencePrefix
} from "./chunk-FQ3EPMCS.js";

// src/actions/gate/subject.ts
var mainService = "app";
function stackNameOf({ layer, service }) {
  return layer === "service" && service !== mainService ? `service-${service}` : layer;
}
function stateKeyOf({ layer, environment, service }) {
  const own = layer === "platform" ? mainService : service;
  const preview = [own, environment].find(isPreview);
  const isOwn = own === mainService || own === preview;
  return `${preview ? `previews/${preview}` : environment}/${isOwn ? layer : `${layer}-${own}`}.tfstate`;
}
function isHostPlatform({ layer, environment }) {
  return layer === "platform" && !isPreview(environment);
}
function prefixOf({ environment, names }) {
  return `${names?.prefix ?? referencePrefix}-${environment}`;
}
function namePrefixOf({ names }) {
  return names?.prefix ?? referencePrefix;
}
function parameterPrefixOf({ environment }) {
  return `/opsdeck/${environment}/`;
}
function tagsOf({
  layer,
  environment,
  service,
  names = defaultStacksConfig
}) {
  return {
    ...names.tags,
    ManagedBy: "opsdeck",
    Environment: environment,
    Layer: layer,
    ...layer === "service" && { Service: service }
  };
}
function hostLabelOf({ environment, service }) {
  if (!isPreview(environment)) return service;
  return service === mainService ? environment : `${service}-${environment}`;
}
function isPreview(name) {
  return /^pr-\d+$/.test(name);
}

export {
  mainService,
  stackNameOf,
  stateKeyOf,
  isHostPlatform,
  prefixOf,
  namePrefixOf,
  parameterPrefixOf,
  tagsOf,
  hostLabelOf,
  isPreview
};
