// Cuts the operations and webhooks that the GitHub double knows out of GitHub's own OpenAPI description.
//
//   npm pack @octokit/openapi@23.0.2 --pack-destination /tmp && tar -xzf /tmp/octokit-openapi-23.0.2.tgz -C /tmp
//   node test/rehearsal/github/cut-openapi.mjs /tmp/package/generated/api.github.com.json
//   npx biome format --write test/rehearsal/github/openapi-subset.json
//
// The package (394 MB unpacked) is no dependency of this project; what is cut out of it is committed beside this script.
import { readFileSync, writeFileSync } from 'node:fs';

const source = process.argv[2];
if (source === undefined) throw new Error('Say where api.github.com.json of @octokit/openapi lies.');
const description = JSON.parse(readFileSync(source, 'utf8'));

const repository = '/repos/{owner}/{repo}';
const operations = {
  [repository]: ['get'],
  [`${repository}/pulls`]: ['get', 'post'],
  [`${repository}/pulls/{pull_number}`]: ['get'],
  [`${repository}/pulls/{pull_number}/files`]: ['get'],
  [`${repository}/pulls/{pull_number}/commits`]: ['get'],
  [`${repository}/pulls/{pull_number}/reviews`]: ['get'],
  [`${repository}/issues`]: ['get', 'post'],
  [`${repository}/issues/{issue_number}`]: ['get', 'patch'],
  [`${repository}/issues/{issue_number}/comments`]: ['get', 'post'],
  [`${repository}/issues/comments/{comment_id}`]: ['get', 'patch', 'delete'],
  [`${repository}/issues/comments/{comment_id}/reactions`]: ['get', 'post'],
  [`${repository}/issues/{issue_number}/assignees`]: ['post'],
  [`${repository}/issues/{issue_number}/labels`]: ['get', 'post'],
  [`${repository}/issues/{issue_number}/labels/{name}`]: ['delete'],
  [`${repository}/check-runs`]: ['post'],
  [`${repository}/check-runs/{check_run_id}`]: ['get', 'patch'],
  [`${repository}/commits/{ref}`]: ['get'],
  [`${repository}/commits/{ref}/check-runs`]: ['get'],
  [`${repository}/commits/{ref}/status`]: ['get'],
  [`${repository}/statuses/{sha}`]: ['post'],
  [`${repository}/deployments`]: ['get', 'post'],
  [`${repository}/deployments/{deployment_id}`]: ['get', 'delete'],
  [`${repository}/deployments/{deployment_id}/statuses`]: ['get', 'post'],
  [`${repository}/environments`]: ['get'],
  [`${repository}/environments/{environment_name}`]: ['get', 'put', 'delete'],
  [`${repository}/environments/{environment_name}/deployment-branch-policies`]: ['get', 'post'],
  [`${repository}/actions/variables`]: ['get', 'post'],
  [`${repository}/actions/variables/{name}`]: ['get', 'patch'],
  [`${repository}/actions/permissions`]: ['get', 'put'],
  [`${repository}/actions/permissions/workflow`]: ['get', 'put'],
  [`${repository}/branches/{branch}`]: ['get'],
  [`${repository}/rules/branches/{branch}`]: ['get'],
  [`${repository}/actions/runs`]: ['get'],
  [`${repository}/actions/runs/{run_id}`]: ['get'],
  [`${repository}/actions/runs/{run_id}/cancel`]: ['post'],
  [`${repository}/actions/runs/{run_id}/jobs`]: ['get'],
  [`${repository}/actions/workflows/{workflow_id}/dispatches`]: ['post'],
  [`${repository}/actions/workflows/{workflow_id}/runs`]: ['get'],
  [`${repository}/dispatches`]: ['post'],
  [`${repository}/collaborators/{username}/permission`]: ['get'],
  [`${repository}/contents/{path}`]: ['get'],
  [`${repository}/git/ref/{ref}`]: ['get'],
  [`${repository}/git/commits/{commit_sha}`]: ['get'],
  '/app/installations/{installation_id}/access_tokens': ['post'],
  '/orgs/{org}/teams/{team_slug}': ['get'],
  '/orgs/{org}/teams/{team_slug}/memberships/{username}': ['get'],
  '/users/{username}': ['get'],
  '/user': ['get'],
  '/rate_limit': ['get'],
};

/** `<event>.<action>` of ours -> the name there. Labels, plain issues and other actions have 30 kB of schema each that repeat these. */
const webhooks = {
  'pull_request.opened': 'pull-request-opened',
  'pull_request.synchronize': 'pull-request-synchronize',
  'pull_request.reopened': 'pull-request-reopened',
  'pull_request.closed': 'pull-request-closed',
  'issue_comment.created': 'issue-comment-created',
  push: 'push',
  workflow_dispatch: 'workflow-dispatch',
  repository_dispatch: 'repository-dispatch-sample.collected',
};

const schemas = {};

/** Annotations that say nothing about what is valid. */
const annotations = new Set(['title', 'description', 'example', 'examples', 'externalDocs', 'deprecated', 'x-github', 'default']);

/** OpenAPI 3.0 says `nullable`; JSON Schema says that null is one of the types. */
function asJsonSchema(node) {
  if (Array.isArray(node)) return node.map(asJsonSchema);
  if (node === null || typeof node !== 'object') return node;
  if (typeof node.$ref === 'string') return reference(node.$ref);
  const { nullable, ...rest } = node;
  const schema = Object.fromEntries(
    Object.entries(rest).flatMap(([key, value]) => {
      if (key === 'properties') return [[key, properties(value)]];
      if (key === 'enum') return [[key, nullable === true && !value.includes(null) ? [...value, null] : value]];
      return annotations.has(key) || key.startsWith('x-') ? [] : [[key, asJsonSchema(value)]];
    }),
  );
  // GitHub says '' for a link that nobody gave, and declares it as the default of a URI.
  if (node.default === '') delete schema.format;
  if (nullable !== true) return schema;
  return typeof schema.type === 'string' ? { ...schema, type: [schema.type, 'null'] } : { anyOf: [{ type: 'null' }, schema] };
}

function properties(byName) {
  return Object.fromEntries(Object.entries(byName).map(([name, schema]) => [name, asJsonSchema(schema)]));
}

function reference(ref) {
  const name = ref.replace('#/components/schemas/', '');
  if (schemas[name] === undefined) {
    schemas[name] = {};
    schemas[name] = asJsonSchema(description.components.schemas[name]);
  }
  return { $ref: `#/schemas/${name}` };
}

function response(answer) {
  const { content } = answer.$ref === undefined ? answer : description.components.responses[answer.$ref.split('/').at(-1)];
  const schema = content?.['application/json']?.schema;
  return schema === undefined ? null : asJsonSchema(schema);
}

function cutOperation(operation) {
  const body = operation.requestBody?.content['application/json']?.schema;
  const responses = Object.entries(operation.responses).map(([status, answer]) => [status, response(answer)]);
  return { ...(body && { request: asJsonSchema(body) }), responses: Object.fromEntries(responses) };
}

const cutOperations = Object.entries(operations).flatMap(([path, methods]) =>
  methods.map((method) => [`${method.toUpperCase()} ${path}`, cutOperation(description.paths[path][method])]),
);
const cutWebhooks = Object.entries(webhooks).map(([event, name]) => [
  event,
  asJsonSchema(description['x-webhooks'][name].post.requestBody.content['application/json'].schema),
]);

const subset = {
  source: `Cut by cut-openapi.mjs from api.github.com.json of the npm package @octokit/openapi ${description.info.version} (MIT license).`,
  operations: Object.fromEntries(cutOperations),
  webhooks: Object.fromEntries(cutWebhooks),
  schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
};
writeFileSync(new URL('./openapi-subset.json', import.meta.url), `${JSON.stringify(subset)}\n`);
