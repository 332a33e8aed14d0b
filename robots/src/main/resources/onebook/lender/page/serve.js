// How the page, a worker and a test ask for a verdict.

/** For tests: {exit, findings: [ids], figures}. Texts are null where nothing is known. */
async function verifyPackage(bytes, policyText = null, seenText = null) {
  const {verdict} = await verify(bytes, policyText, seenText);
  return {exit: verdict.exit, findings: verdict.findings.map(one => one.id),
    figures: verdict.figures};
}

/** A checked package that answers questions; {verdict, browse}, browse null where malformed. */
async function openPackage(bytes, policyText, seenText, pause) {
  const {verdict, verification} = await verify(bytes, policyText, seenText, pause);
  const isWhole = verification !== null && verification.records !== undefined;
  return {verdict, browse: isWhole ? new Browse(verification) : null};
}

/** In a worker: one package, then questions about it. */
function serve(port) {
  let browse = null;
  let told = 0;
  const pause = (step, part) => {
    if (Date.now() - told > 60) {
      told = Date.now();
      port.postMessage({progress: {step, part}});
    }
  };
  port.onmessage = async ({data}) => {
    try {
      if (data.bytes) {
        const opened = await openPackage(new Uint8Array(data.bytes), data.policy, data.seen,
          pause);
        browse = opened.browse;
        port.postMessage({id: data.id, value: {verdict: opened.verdict, isWhole: browse !== null}});
      } else {
        port.postMessage({id: data.id, value: browse.answer(data.question)});
      }
    } catch (wrong) {
      port.postMessage({id: data.id, error: String(wrong && wrong.message || wrong)});
    }
  };
}

if (typeof document === 'undefined' && typeof postMessage === 'function') {
  serve(globalThis);
}
