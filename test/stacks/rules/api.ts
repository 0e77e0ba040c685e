// Row 24: the REST API.
import { listAt, textAt } from '../support/json.ts';
import { ofType, type Stack } from '../support/stack.ts';
import { all, each, has, platforms, type Rule } from './rule.ts';

export const apiRules: readonly Rule[] = [
  {
    row: 24,
    id: 'api-is-whole',
    says: 'the API has routes that lead somewhere, a deployment that waits for them, and a stage',
    in: platforms,
    check: all(
      ...['aws_api_gateway_resource', 'aws_api_gateway_method', 'aws_api_gateway_deployment', 'aws_api_gateway_stage'].map(
        (type) => has(type),
      ),
      each('aws_api_gateway_deployment', 'does not wait for every integration', ({ body }, stack) => {
        const waits = listAt(body, 'depends_on');
        return ofType(stack, 'aws_api_gateway_integration').every(({ type, id }) => waits.includes(`${type}.${id}`));
      }),
      (stack) => {
        const [methods, integrations] = [ofType(stack, 'aws_api_gateway_method'), ofType(stack, 'aws_api_gateway_integration')];
        return methods.length === integrations.length ? [] : ['a method leads nowhere'];
      },
    ),
  },
  {
    row: 24,
    id: 'refused-events-are-sent-again',
    says: 'an event that the stream refuses is not answered as taken or as wrong: the stream answers 400 when it is throttled',
    in: platforms,
    check: (stack) =>
      ['400', '500']
        .filter((status) => !/^(?:429|5\d\d)$/.test(answerTo(stack, status)))
        .map((status) => `${status} is not told`),
  },
  {
    row: 24,
    id: 'deployed-when-answers-change',
    says: 'a change of what is answered, or of who may call, makes a new deployment',
    in: platforms,
    check: each('aws_api_gateway_deployment', 'does not see changes of methods and answers', ({ body }, stack) => {
      const seen = textAt(body, 'triggers.routes');
      const answers = ofType(stack, 'aws_api_gateway_integration_response');
      return answers.every(({ id }) => seen.includes(id)) && /api_gateway_method\.[\w-]+(?:\.authorization|[,\]])/.test(seen);
    }),
  },
  {
    row: 24,
    id: 'api-is-throttled',
    says: 'the stage and each client are throttled, clients have a quota, and nobody comes in unsigned',
    in: platforms,
    check: all(
      has('aws_api_gateway_method_settings', {
        method_path: '*/*',
        'settings.throttling_rate_limit': 10_000,
        'settings.data_trace_enabled': false,
      }),
      has('aws_api_gateway_usage_plan', {
        'throttle_settings.rate_limit': (rate: unknown) => Number(rate) > 0,
        'quota_settings.limit': (limit: unknown) => Number(limit) > 0,
      }),
      has('aws_api_gateway_usage_plan_key'),
      has('aws_api_gateway_method', { authorization: 'AWS_IAM', api_key_required: true }),
    ),
  },
  {
    row: 24,
    id: 'api-url-has-stage',
    says: 'the URL that is given out ends with the stage',
    in: platforms,
    check: ({ json }) => {
      const url = textAt(json, 'output.api_gateway_url.value');
      return /^\$\{aws_api_gateway_stage\.[\w-]+\.invoke_url\}$/.test(url) ? [] : [`api_gateway_url is ${url}`];
    },
  },
];

/** Status code that a client gets when the stream answers with this one. */
function answerTo(stack: Stack, status: string): string {
  const answers = ofType(stack, 'aws_api_gateway_integration_response');
  const selected = answers.find(({ body }) => {
    const pattern = textAt(body, 'selection_pattern');
    return pattern !== '' && new RegExp(`^(?:${pattern})$`).test(status);
  });
  const [, response] = /\.([\w-]+)\.status_code\}$/.exec(textAt(selected?.body, 'status_code')) ?? [];
  return textAt(ofType(stack, 'aws_api_gateway_method_response').find(({ id }) => id === response)?.body, 'status_code');
}
