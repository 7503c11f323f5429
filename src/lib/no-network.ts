// For threads, before anything else: the policy in a page's head is not theirs, and the manifest's lets the background ask for a time
// stamp. What asks the network is taken away, so that no library of a thread can use that.

for (const name of ['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport'])
  Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false });
