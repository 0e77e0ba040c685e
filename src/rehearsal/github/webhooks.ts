// Webhooks of the GitHub double: every event, with its signature over the exact body.
import { createHmac } from 'node:crypto';
import { renderAccount } from './accounts.ts';
import type { EventName, Hub, HubEvent, Json } from './hub.ts';
import { renderRepository } from './repository.ts';

export interface Webhook {
  readonly event: EventName;
  readonly deliveryId: string;
  readonly payload: Json;
  /** The payload as it would be sent: what the signature is of. */
  readonly body: string;
  /** `X-Hub-Signature-256`: https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries */
  readonly signature256: string;
  /** False for what a job did with its own token, and for a pull request with a conflict: GitHub starts no workflow then. */
  readonly startsWorkflows: boolean;
}

export type WebhookListener = (webhook: Webhook) => void;

export function renderWebhook(hub: Hub, { name, payload, sender, startsWorkflows }: HubEvent, secret: string): Webhook {
  const { repository } = hub.state;
  const { owner } = repository;
  const complete = {
    ...payload,
    repository: payload.repository ?? renderRepository(hub, repository),
    ...(owner.type === 'Organization' && { organization: renderOrganization(hub) }),
    sender: renderAccount(hub, sender),
  };
  const body = JSON.stringify(complete);
  const signature256 = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  return { event: name, deliveryId: deliveryId(hub), payload: complete, body, signature256, startsWorkflows };
}

function renderOrganization(hub: Hub): Json {
  const { id, node_id, login, avatar_url } = renderAccount(hub, hub.state.repository.owner);
  const url = `${hub.url}/orgs/${login}`;
  return {
    ...{ login, id, node_id, url, avatar_url, description: null },
    repos_url: `${url}/repos`,
    events_url: `${url}/events`,
    hooks_url: `${url}/hooks`,
    issues_url: `${url}/issues`,
    members_url: `${url}/members{/member}`,
    public_members_url: `${url}/public_members{/member}`,
  };
}

/** A UUID; it counts, so that two rehearsals are the same. */
function deliveryId({ nextId }: Hub): string {
  return `00000000-0000-4000-8000-${nextId().toString(16).padStart(12, '0')}`;
}
