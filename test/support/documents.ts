// The Documents port in memory, and the contract that every implementation of it keeps.
import { describe, expect, test } from '@jest/globals';
import type { Documents, StoredDocument } from '../../src/ports/documents.ts';

/** The map is the bucket: a test may look into it, and put things there that no port would. */
export function memoryDocuments(bucket: Map<string, StoredDocument> = new Map()): Documents {
  let writes = 0;
  const put = (key: string, value: unknown): string => {
    writes += 1;
    const version = `"${writes}-${bucket.size}"`;
    bucket.set(key, { value: JSON.parse(JSON.stringify(value)), version });
    return version;
  };
  return {
    read: async (key) => bucket.get(key),
    create: async (key, value) => (bucket.has(key) ? undefined : put(key, value)),
    replace: async (key, value, version) => (bucket.get(key)?.version === version ? put(key, value) : undefined),
    remove: async (key, version) => {
      const found = bucket.get(key);
      if (found && version !== undefined && found.version !== version) return false;
      bucket.delete(key);
      return true;
    },
    list: async (prefix) => [...bucket.keys()].filter((key) => key.startsWith(prefix)).sort(),
  };
}

/** @param open gives the implementation, on a bucket that may hold what earlier tests left */
export function describeDocuments(open: () => Documents): void {
  describe('keeps the contract', () => {
    test('writes where nothing is, and only there', async () => {
      const documents = open();
      const version = await documents.create('contract/a.json', { n: 1 });
      expect(await documents.create('contract/a.json', { n: 2 })).toBeUndefined();
      expect(await documents.read('contract/a.json')).toEqual({ value: { n: 1 }, version });
    });

    test('knows nothing of what is not there', async () => {
      expect(await open().read('contract/none.json')).toBeUndefined();
    });

    test('replaces the version that it is given, and no other', async () => {
      const documents = open();
      const first = await documents.create('contract/b.json', { n: 1 });
      const second = await documents.replace('contract/b.json', { n: 2 }, first ?? '');
      expect(second).not.toBe(first);
      expect(await documents.replace('contract/b.json', { n: 3 }, first ?? '')).toBeUndefined();
      expect(await documents.read('contract/b.json')).toEqual({ value: { n: 2 }, version: second });
    });

    test('does not replace what is gone', async () => {
      const documents = open();
      const version = await documents.create('contract/c.json', {});
      await documents.remove('contract/c.json');
      expect(await documents.replace('contract/c.json', {}, version ?? '')).toBeUndefined();
    });

    test('removes the version that it is given, and no other', async () => {
      const documents = open();
      const first = await documents.create('contract/d.json', { n: 1 });
      const second = await documents.replace('contract/d.json', { n: 2 }, first ?? '');
      expect(await documents.remove('contract/d.json', first)).toBe(false);
      expect(await documents.remove('contract/d.json', second)).toBe(true);
      expect(await documents.remove('contract/d.json', second)).toBe(true);
      expect(await documents.remove('contract/d.json')).toBe(true);
      expect(await documents.read('contract/d.json')).toBeUndefined();
    });

    test('lists what begins so', async () => {
      const documents = open();
      for (const key of ['contract/list/2', 'contract/list/1', 'contract/list-not']) await documents.create(key, {});
      expect([...(await documents.list('contract/list/'))].sort()).toEqual(['contract/list/1', 'contract/list/2']);
      expect(await documents.list('contract/nothing/')).toEqual([]);
    });

    test('of many that create the same, one does', async () => {
      const documents = open();
      const results = await Promise.all(Array.from({ length: 8 }, (_, n) => documents.create('contract/race.json', { n })));
      expect(results.filter((version) => version !== undefined)).toHaveLength(1);
    });
  });
}
