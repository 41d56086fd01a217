/* Referral files, and the clipboard. */

/** How large a referral file may be, in bytes. */
const LARGEST = 1 << 20;

/** How long a browser may take to fetch a file that is saved, in milliseconds. */
const PATIENCE = 60000;

/** Saves a text among the downloads. */
function download(name, text) {
  const href = URL.createObjectURL(new Blob([text], {type: 'application/json'}));
  el('a', {href, download: name}).click();
  setTimeout(() => URL.revokeObjectURL(href), PATIENCE);
}

/**
 * The referral in a file, or the reasons why it cannot be opened.
 *
 * @param problemsOf the problems of a referral, in words
 */
async function referralIn(file, problemsOf) {
  if (file.size > LARGEST) {
    return {reasons: ['The file is larger than 1 MiB.']};
  }
  try {
    const text = decoded(new Uint8Array(await file.arrayBuffer()));
    const referral = JSON.parse(text);
    if (Array.isArray(referral)) {
      return {reasons: ['It holds a list; this form shows one referral.']};
    }
    const problems = problemsOf(referral);
    const isTwofold = problems.length === 0 && hasRepeatedName(text);
    return {referral, reasons: isTwofold ? ['A field is stated twice.'] : problems};
  } catch (e) {
    return {reasons: ['This is not a JSON file.']};
  }
}

/** A text in UTF-8, or in UTF-16 with a byte-order mark. */
function decoded(bytes) {
  const mark = bytes[0] << 8 | bytes[1];
  const encoding = mark === 0xFEFF ? 'utf-16be' : mark === 0xFFFE ? 'utf-16le' : 'utf-8';
  return new TextDecoder(encoding, {fatal: true}).decode(bytes);
}

/** Whether an object of a JSON text has a name twice; JSON.parse would keep only the last. */
function hasRepeatedName(text) {
  const strings = text.match(/"(?:[^"\\]|\\.)*"(?:\s*:)?/g) || [];
  let kept = -1; // since the whole is visited too
  JSON.parse(text, function visit(name, value) {
    kept += Array.isArray(this) ? 0 : 1;
    return value;
  });
  return strings.filter(each => each.endsWith(':')).length > kept;
}

/** Copies a text. A page from plain http has no clipboard, so there it is selected and copied. */
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch (e) {
    const pressed = document.activeElement;
    const area = el('textarea', {class: 'offscreen', 'aria-hidden': 'true'});
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand('copy');
    area.remove();
    pressed.focus();
  }
}
