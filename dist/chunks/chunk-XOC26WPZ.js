import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/actions/gate/subject.ts
var mainService = "app";
function stackNameOf({ layer, service }) {
  return layer === "service" && service !== mainService ? `service-${service}` : layer;
}
function stateKeyOf({ layer, environment, service }) {
  const own = layer === "platform" ? mainService : service;
  const preview = [own, environment].find((name) => /^pr-\d+$/.test(name));
  const isOwn = own === mainService || own === preview;
  return `${preview ? `previews/${preview}` : environment}/${isOwn ? layer : `${layer}-${own}`}.tfstate`;
}
function prefixOf({ environment }) {
  return `assess-${environment}`;
}
function parameterPrefixOf({ environment }) {
  return `/opsdeck/${environment}/`;
}
function tagsOf({ layer, environment, service }) {
  return {
    Owner: "EduTech",
    DataClassification: "Sensitive",
    ManagedBy: "opsdeck",
    Environment: environment,
    Layer: layer,
    ...layer === "service" && { Service: service }
  };
}
function hostLabelOf({ environment, service }) {
  if (!/^pr-\d+$/.test(environment)) return service;
  return service === mainService ? environment : `${service}-${environment}`;
}

export {
  mainService,
  stackNameOf,
  stateKeyOf,
  prefixOf,
  parameterPrefixOf,
  tagsOf,
  hostLabelOf
};
