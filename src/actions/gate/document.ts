// A stack's JSON as its rules look at it: blocks with their addresses, and every text with the place where it stands.
import {
  isList,
  isObject,
  type JsonObject,
  type JsonPath,
  type JsonValue,
  type Node,
  nodesOf,
  type Text,
  textsOf,
} from './strict-json.ts';
import { isTemplate, readTemplate, type TemplateReading } from './template.ts';

export const typedBlocks = ['resource', 'data', 'ephemeral'] as const;
export type TypedBlock = (typeof typedBlocks)[number];

export interface Block {
  readonly kind: TypedBlock;
  readonly type: string;
  readonly name: string;
  readonly body: JsonObject;
  readonly at: JsonPath;
  /** Every key at any depth of the body. */
  readonly entries: readonly Entry[];
  /** Every key and every text in the body. */
  readonly texts: readonly Text[];
}

/** A top-level block, `terraform` or `provider` for example, once for every body that it has. */
export interface Section {
  readonly name: string;
  readonly value: JsonValue;
  readonly at: JsonPath;
}

/** A text that Terraform evaluates, or might; all others it takes as they are. */
export interface TemplateText extends Text {
  readonly template: TemplateReading;
}

export interface StackDocument {
  readonly sections: readonly Section[];
  readonly blocks: readonly Block[];
  /** Every key at any depth of the file. */
  readonly entries: readonly Entry[];
  readonly templates: readonly TemplateText[];
  /** Places where Terraform takes a list for a block, and cdktf never writes one; what is in it was read all the same. */
  readonly lists: readonly JsonPath[];
  /** Places where neither a block nor a list of blocks stands. */
  readonly misfits: readonly JsonPath[];
}

export const emptyDocument: StackDocument = { sections: [], blocks: [], entries: [], templates: [], lists: [], misfits: [] };

interface Found {
  readonly object: JsonObject;
  readonly at: JsonPath;
}

export function readDocument(json: JsonValue): StackDocument {
  const lists: JsonPath[] = [];
  const misfits: JsonPath[] = [];
  // Wherever Terraform expects a block, it takes any number of them, in lists within lists.
  const objectsIn = (value: JsonValue, at: JsonPath): readonly Found[] => {
    if (isObject(value)) return [{ object: value, at }];
    if (!isList(value)) misfits.push(at);
    else {
      lists.push(at);
      return value.flatMap((inner, index) => objectsIn(inner, [...at, index]));
    }
    return [];
  };
  const labelled = (value: JsonValue, at: JsonPath) =>
    objectsIn(value, at).flatMap(({ object, at: place }) =>
      Object.entries(object).map(([label, inner]) => ({ label, inner, at: [...place, label] })),
    );
  const sections: readonly Section[] = labelled(json, []).flatMap(({ label: name, inner, at }): readonly Section[] =>
    name === '//'
      ? [{ name, value: inner, at }]
      : objectsIn(inner, at).map((found) => ({ name, value: found.object, at: found.at })),
  );
  const nodes = nodesOf(json);
  const nodesIn = nodeFinder(nodes);
  const blocks = typedBlocks.flatMap((kind) =>
    sections
      .filter(({ name }) => name === kind)
      .flatMap(({ value, at }) => labelled(value, at))
      .flatMap(({ label: type, inner, at }) => labelled(inner, at).map((each) => ({ type, ...each })))
      .flatMap(({ type, label: name, inner, at }) =>
        objectsIn(inner, at).map(({ object: body, at: place }) => {
          const own = nodesIn(body);
          return { kind, type, name, body, at: place, entries: entriesOf(own), texts: textsOf(own) };
        }),
      ),
  );
  const templates = textsOf(nodes)
    .filter(({ text }) => isTemplate(text))
    .map((text) => ({ ...text, template: readTemplate(text.text) }));
  return { sections, blocks, entries: entriesOf(nodes), templates, lists, misfits };
}

/** What is in an object stands right behind it, as far as the paths are longer. */
function nodeFinder(nodes: readonly Node[]): (object: JsonObject) => readonly Node[] {
  const places = new Map(nodes.map(({ value }, index) => [value, index]));
  return (object) => {
    const start = places.get(object) ?? nodes.length;
    const depth = nodes[start]?.at.length ?? 0;
    let end = start + 1;
    while ((nodes[end]?.at.length ?? 0) > depth) end += 1;
    return nodes.slice(start + 1, end);
  };
}

export function addressOf({ kind, type, name }: Block): string {
  return kind === 'resource' ? `${type}.${name}` : `${kind}.${type}.${name}`;
}

/** What cdktf calls the construct; only a comment, so it may say anything. */
export function constructPathOf({ body }: Block): string | undefined {
  const comment = body['//'];
  const metadata = isObject(comment) ? comment.metadata : undefined;
  const path = isObject(metadata) ? metadata.path : undefined;
  return typeof path === 'string' && /^[\w.:/ -]{1,300}$/.test(path) ? path : undefined;
}

export interface Entry {
  readonly key: string;
  readonly value: JsonValue;
  readonly at: JsonPath;
}

function entriesOf(nodes: readonly Node[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const { at, key, value } of nodes) if (typeof key === 'string') entries.push({ at, key, value });
  return entries;
}

/** Values at a path of keys; lists on the way, and at its end, stand for each of their items. */
export function valuesAt(value: JsonValue, path: readonly string[], at: JsonPath = []): readonly Entry[] {
  if (isList(value)) return value.flatMap((inner, index) => valuesAt(inner, path, [...at, index]));
  const [key, ...rest] = path;
  if (key === undefined) return [{ key: String(at.at(-1) ?? ''), value, at }];
  const inner = isObject(value) ? value[key] : undefined;
  return inner === undefined ? [] : valuesAt(inner, rest, [...at, key]);
}
