import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);

// src/adapters/aws/guarded.ts
function guarded(client, service, { onCall }, names = {}) {
  if (!onCall) return client;
  client.middlewareStack.add(
    (next, context) => (args) => {
      const name = (context.commandName ?? "").replace(/Command$/, "");
      onCall(`${service}:${names[name] ?? name}`);
      return next(args);
    },
    { step: "initialize", name: "guardCalls", override: true }
  );
  return client;
}

export {
  guarded
};
