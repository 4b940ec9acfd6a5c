// PerformanceResourceTiming and the buffer of resource timings, whose size is
// limited (Resource Timing, section 4.4).
(function (host, timeline) {
  'use strict';
  const { construct, accessor, buffers, enumerate, tag } = timeline;
  const { PerformanceEntry } = timeline.classes;
  const { performance } = host;
  const fixedHeaderSize = 300; // bytes that a transfer has besides its body

  const infos = new WeakMap();
  function infoOf(entry) {
    const info = infos.get(entry);
    if (info === undefined) throw host.error('ERR_INVALID_THIS', 'PerformanceResourceTiming');
    return info;
  }

  class PerformanceResourceTiming extends PerformanceEntry {
    constructor(...args) {
      const [token, url, initiatorType, timing, cacheMode, responseStatus, deliveryType] = args;
      super(token, url, 'resource', timing?.startTime, timing?.endTime - timing?.startTime);
      infos.set(this, { url, initiatorType, timing, cacheMode, responseStatus, deliveryType });
    }

    get name() { return infoOf(this).url; }
    get startTime() { return infoOf(this).timing.startTime; }
    get duration() { return infoOf(this).timing.endTime - infoOf(this).timing.startTime; }

    toJSON() {
      const { name, entryType, startTime, duration } = this;
      const properties = { name, entryType, startTime, duration };
      for (const key of shown) properties[key] = this[key];
      return properties;
    }
  }

  const connection = (key) => (info) => info.timing.finalConnectionTimingInfo?.[key];
  const getters = {
    initiatorType: (info) => info.initiatorType,
    workerStart: (info) => info.timing.finalServiceWorkerStartTime,
    redirectStart: (info) => info.timing.redirectStartTime,
    redirectEnd: (info) => info.timing.redirectEndTime,
    fetchStart: (info) => info.timing.postRedirectStartTime,
    domainLookupStart: connection('domainLookupStartTime'),
    domainLookupEnd: connection('domainLookupEndTime'),
    connectStart: connection('connectionStartTime'),
    connectEnd: connection('connectionEndTime'),
    secureConnectionStart: connection('secureConnectionStartTime'),
    nextHopProtocol: connection('ALPNNegotiatedProtocol'),
    requestStart: (info) => info.timing.finalNetworkRequestStartTime,
    responseStart: (info) => info.timing.finalNetworkResponseStartTime,
    responseEnd: (info) => info.timing.endTime,
    encodedBodySize: (info) => info.timing.encodedBodySize,
    decodedBodySize: (info) => info.timing.decodedBodySize,
    transferSize: (info) => {
      if (info.cacheMode === 'local') return 0;
      if (info.cacheMode === 'validated') return fixedHeaderSize;
      return info.timing.encodedBodySize + fixedHeaderSize;
    },
    deliveryType: (info) => info.deliveryType,
    responseStatus: (info) => info.responseStatus,
  };
  for (const [key, get] of Object.entries(getters)) {
    accessor(PerformanceResourceTiming.prototype, key, (entry) => get(infoOf(entry)));
  }
  enumerate(PerformanceResourceTiming.prototype, 'toJSON');
  tag(PerformanceResourceTiming);

  const shown = [
    'initiatorType', 'nextHopProtocol', 'workerStart', 'redirectStart', 'redirectEnd', 'fetchStart',
    'domainLookupStart', 'domainLookupEnd', 'connectStart', 'connectEnd', 'secureConnectionStart', 'requestStart',
    'responseStart', 'responseEnd', 'transferSize', 'encodedBodySize', 'decodedBodySize', 'deliveryType',
    'responseStatus',
  ];

  // ---- The buffer

  let limit = 250;
  let secondary = []; // what has come while the buffer was full
  let fullEventPending = false;

  // makeRoom moves entries out of the secondary buffer, and tells whoever
  // listens that the buffer is full for as long as that helps.
  function makeRoom() {
    while (secondary.length > 0) {
      const before = secondary.length;
      if (buffers.resource.length >= limit) {
        const { Event } = host.eventClasses();
        performance.dispatchEvent(new Event('resourcetimingbufferfull'));
      }
      const room = Math.max(limit - buffers.resource.length, 0);
      buffers.resource.push(...secondary.splice(0, room));
      if (secondary.length >= before) secondary = [];
    }
    fullEventPending = false;
  }

  function add(entry) {
    if (buffers.resource.length < limit && !fullEventPending) {
      buffers.resource.push(entry);
      return;
    }
    if (!fullEventPending) {
      fullEventPending = true;
      host.setImmediate(makeRoom);
    }
    secondary.push(entry);
  }

  function markResourceTiming(timing, url, initiatorType, global, cacheMode, body, responseStatus, deliveryType = '') {
    if (cacheMode !== '' && cacheMode !== 'local' && cacheMode !== 'validated') {
      throw host.argValue('cacheMode', host.inspect(cacheMode), "must be an empty string, 'local' or 'validated'");
    }
    const entry = new PerformanceResourceTiming(construct, url, initiatorType, timing, cacheMode, responseStatus, deliveryType);
    host.enqueue(entry);
    add(entry);
    return entry;
  }

  return {
    classes: { PerformanceResourceTiming },
    methods: {
      markResourceTiming,
      clearResourceTimings: (name) => {
        buffers.resource = name === undefined ? [] : buffers.resource.filter((entry) => entry.name !== `${name}`);
      },
      setResourceTimingBufferSize: (...args) => {
        if (args.length === 0) throw host.error('ERR_MISSING_ARGS', '"maxSize" argument');
        limit = args[0] >>> 0; // unsigned long, as Web IDL converts it
      },
    },
  };
})
