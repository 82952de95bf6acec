/** How the server under load does, as its own metrics tell. */
export interface Vitals {
  readonly residentMegabytes: number;
  readonly heapMegabytes: number;
  readonly openFiles: number;
  /** Sockets, timers and whatever else keeps a process alive. */
  readonly resources: number;
}

export async function readVitals(metricsPort: number): Promise<Vitals> {
  const text = await (await fetch(`http://127.0.0.1:${metricsPort}/metrics`)).text();
  const valueOf = (name: string) => {
    const value = new RegExp(`^${name} ([\\d.e+]+)$`, 'm').exec(text)?.[1];
    if (value === undefined) throw new Error(`the server does not tell ${name}`);
    return Number(value);
  };
  const megabytes = (name: string) => Math.round(valueOf(name) / 2 ** 20);
  return {
    residentMegabytes: megabytes('process_resident_memory_bytes'),
    heapMegabytes: megabytes('nodejs_heap_size_used_bytes'),
    openFiles: valueOf('process_open_fds'),
    resources: valueOf('nodejs_active_resources_total'),
  };
}
