// Rules that the stacks break today; each moves to its row's file when the stack is mended.
import { textAt } from '../support/json.ts';
import { ofType } from '../support/stack.ts';
import { answerTo } from './api.ts';
import { each, platforms, type Rule, services } from './rule.ts';

export const pendingRules: readonly Rule[] = [
  {
    row: 24,
    id: 'refused-events-are-sent-again',
    says: 'the stream answers 400 when it is throttled, and the client is told to try again, not that the event was wrong',
    in: platforms,
    check: (stack) => (/^(?:429|5\d\d)$/.test(answerTo(stack, '400')) ? [] : ['a throttled event is answered as a wrong one']),
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
    row: 14,
    id: 'pinned-tracer',
    says: 'the X-Ray daemon is pinned by digest, too',
    in: services,
    check: ({ json }) => {
      const image = textAt(json, 'variable.tracer_image.default');
      return /@sha256:[0-9a-f]{64}$/.test(image) ? [] : [`tracer_image is ${image}`];
    },
  },
];
