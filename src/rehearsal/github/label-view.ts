// How GitHub shows a label; one that it does not know yet it makes, in grey.
import { apiUrl, type Hub, type Json, nodeId } from './hub.ts';
import type { Label } from './state.ts';

export function ensureLabel(hub: Hub, name: string): Label {
  const known = hub.state.labels.get(name);
  if (known !== undefined) return known;
  const label = { id: hub.nextId(), name, color: 'ededed', description: '' };
  hub.state.labels.set(name, label);
  return label;
}

export function renderLabel(hub: Hub, name: string): Json {
  const { id, color, description } = ensureLabel(hub, name);
  const url = `${apiUrl(hub)}/labels/${encodeURIComponent(name)}`;
  return { id, node_id: nodeId('LA', id), url, name, color, default: false, description };
}
