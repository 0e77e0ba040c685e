import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);
import {
  defaultProvider,
  mostAttempts,
  nameOf,
  persistent,
  statusOf
} from "./chunk-XSWGJYED.js";
import {
  SignatureV4
} from "./chunk-77PC44XF.js";
import {
  NodeHttpHandler
} from "./chunk-D2ORXGE3.js";
import {
  StandardRetryStrategy,
  isThrottlingError,
  isTransientError
} from "./chunk-7YUU5ONS.js";
import {
  Hash,
  HttpRequest
} from "./chunk-TYMLWU77.js";

// src/adapters/aws/signed-json.ts
function openSignedJson({ service, region, endpoint, credentials, onCall }) {
  const base = new URL(endpoint ?? `https://${service}.${region}.amazonaws.com`);
  const signer = new SignatureV4({
    service,
    region,
    credentials: credentials ?? defaultProvider(),
    sha256: Hash.bind(null, "sha256")
  });
  const http = new NodeHttpHandler(persistent.requestHandler);
  const strategy = new StandardRetryStrategy(mostAttempts);
  return async (request) => {
    onCall?.(`${service}:${request.call}`);
    return persist(strategy, () => send({ base, signer, http }, request));
  };
}
async function persist(strategy, attempt) {
  let token = await strategy.acquireInitialRetryToken("");
  for (; ; ) {
    try {
      const result = await attempt();
      strategy.recordSuccess(token);
      return result;
    } catch (error) {
      const errorType = kindOf(error);
      token = await strategy.refreshRetryTokenForRetry(token, { errorType }).catch(() => {
        throw error;
      });
    }
  }
}
function kindOf(error) {
  if (isThrottlingError(error)) return "THROTTLING";
  return isTransientError(error) ? "TRANSIENT" : "CLIENT_ERROR";
}
async function send({ base, signer, http }, { method, path, query = {}, body }) {
  const content = body === void 0 ? {} : { body: JSON.stringify(body) };
  const signed = await signer.sign({
    ...content,
    method,
    protocol: base.protocol,
    hostname: base.hostname,
    ...base.port && { port: Number(base.port) },
    path,
    query: { ...query },
    headers: { host: base.host, ...body !== void 0 && { "content-type": "application/json" } }
  });
  const { response } = await http.handle(HttpRequest.clone(signed));
  const text = await textOf(response.body);
  const { statusCode, headers } = response;
  if (statusCode < 300) return text === "" ? {} : JSON.parse(text);
  throw refusalOf(statusCode, headers["x-amzn-errortype"] ?? "", text);
}
async function textOf(body) {
  const chunks = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks).toString("utf8");
}
function refusalOf(httpStatusCode, type, text) {
  const { __type, code, message, Message, reason } = refusalIn(text);
  const name = (type || String(__type ?? code ?? "")).replace(/:.*$/s, "").replace(/^.*#/s, "");
  const words = String(message ?? Message ?? `AWS answered ${httpStatusCode}`);
  return Object.assign(new Error(words), { name: name || "Error", reason, $metadata: { httpStatusCode } });
}
function refusalIn(text) {
  try {
    return JSON.parse(text) ?? {};
  } catch {
    return {};
  }
}
async function* pagesOf(ask, request) {
  let nextToken;
  do {
    const query = { ...request.query, ...nextToken && { nextToken } };
    const page = await ask({ ...request, query });
    yield page;
    nextToken = page.nextToken;
  } while (nextToken);
}
function instantOf(seconds = 0) {
  return new Date(seconds * 1e3).toISOString();
}
function isNotOffered(error) {
  const isKnownAbsence = nameOf(error) === "ResourceNotFoundException";
  return statusOf(error) === 501 || /UnknownOperation/.test(nameOf(error)) || statusOf(error) === 404 && !isKnownAbsence;
}

export {
  openSignedJson,
  pagesOf,
  instantOf,
  isNotOffered
};
