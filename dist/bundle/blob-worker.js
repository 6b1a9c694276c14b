import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
var __webpack_exports__ = {};

;// CONCATENATED MODULE: external "node:fs"
const external_node_fs_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");
;// CONCATENATED MODULE: external "node:worker_threads"
const external_node_worker_threads_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");
;// CONCATENATED MODULE: external "node:util"
const external_node_util_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");
;// CONCATENATED MODULE: ./build/bytestring.js
/** The bytes in `bytes`, as a ByteString. */
function fromBytes(bytes) {
    return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
/** The bytes of `text` in UTF-8, as a ByteString. */
function fromText(text) {
    return (isAscii(text) ? text : Buffer.from(text, 'utf8').toString('latin1'));
}
/** A new Buffer of the bytes of `string`. */
function toBytes(string) {
    return Buffer.from(string, 'latin1');
}
/** `string` read as UTF-8, or null if it isn't valid UTF-8. */
function toText(string) {
    if (isAscii(string))
        return string;
    try {
        return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(toBytes(string));
    }
    catch {
        return null;
    }
}
/**
 * `string` for a person: UTF-8 as it is, and control characters, line separators, bidirectional marks, backslashes
 * and invalid bytes as `\n`, `\x1b`, `\u202e`, `\\`.
 * The result is one line, can't move a terminal's cursor and can't become a workflow command.
 */
function display(string) {
    const text = toText(string);
    if (text !== null)
        return escapeUnprintable(text);
    let shown = '';
    const bytes = toBytes(string);
    for (let i = 0; i < bytes.length;) {
        const length = validSequenceLength(bytes, i);
        shown +=
            length === 0
                ? `\\x${bytes[i].toString(16).padStart(2, '0')}`
                : escapeUnprintable(bytes.toString('utf8', i, i + length));
        i += length || 1;
    }
    return shown;
}
/** Any text that isn't ours, made safe in the same way as `display` does it for bytes. */
function displayText(text) {
    return escapeUnprintable(text);
}
const UNPRINTABLE = /[\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Cn}]/gu;
const SHORT_ESCAPES = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };
function escapeUnprintable(text) {
    return text.replace(UNPRINTABLE, (character) => {
        const short = SHORT_ESCAPES[character];
        if (short !== undefined)
            return short;
        const code = character.codePointAt(0);
        if (code < 0x100)
            return `\\x${code.toString(16).padStart(2, '0')}`;
        return code < 0x10000
            ? `\\u${code.toString(16).padStart(4, '0')}`
            : `\\U${code.toString(16).padStart(8, '0')}`;
    });
}
/** Length of the valid UTF-8 sequence at `start`, or 0. */
function validSequenceLength(bytes, start) {
    for (let length = 1; length <= 4 && start + length <= bytes.length; length++) {
        try {
            new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, start + length));
            return length;
        }
        catch {
            // Not valid at this length: a longer one may be.
        }
    }
    return 0;
}
function isAscii(text) {
    return /^[\x00-\x7f]*$/.test(text);
}

;// CONCATENATED MODULE: ./build/system-error.js


/** The system's name of `error` (`ENOENT`), or empty. */
function systemCode(error) {
    return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
/**
 * What the system says, for a message that names the file itself: `no such file or directory (ENOENT)`. Node's own text
 * names it too, and the call. Any other error's message is shown as it is, escaped.
 */
function systemErrorText(error) {
    if (!(error instanceof Error))
        return displayText(String(error));
    const code = systemCode(error);
    if (!isSystemError(error))
        return displayText(error.message || code);
    return `${(0,external_node_util_namespaceObject.getSystemErrorMessage)(error.errno) ?? 'the system refuses it'} (${code})`;
}
/** Whether `error` is Node's for a system call that failed. */
function isSystemError(error) {
    return (systemCode(error) !== '' && error instanceof Error && 'errno' in error && typeof error.errno === 'number');
}

;// CONCATENATED MODULE: external "node:crypto"
const external_node_crypto_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");
;// CONCATENATED MODULE: ./build/errors.js
/**
 * The base of every error that Holdfast throws on purpose.
 *
 * Message: "Cannot <do> <quoted subject>: <actual>, expected <limit>. <What to do.>" Never holds a secret.
 * Text that came from a host or a repository is quoted with `display` (src/bytestring.ts) before it goes in.
 */
class errors_HoldfastError extends Error {
    name = 'HoldfastError';
    code;
    constructor(code, message, options) {
        super(message, options);
        this.code = code;
    }
}
/** The HoldfastError in `error` or in its chain of causes, or null. */
function asHoldfastError(error) {
    for (let e = error; e instanceof Error; e = e.cause) {
        if (e instanceof errors_HoldfastError)
            return e;
    }
    return null;
}

;// CONCATENATED MODULE: ./build/free-buffer.js
/**
 * Gives the memory of bytes back that nobody needs any more, now and not when V8 next looks: of a stream's reads, 64 KiB each, it
 * would leave 100 MiB and more. Bytes that share their memory with others are left alone; whoever still looks at these finds
 * none. Once more of the same bytes does nothing.
 */
function freeNow({ buffer, byteLength }) {
    if (!(buffer instanceof ArrayBuffer) || buffer.detached)
        return;
    if (buffer.byteLength === byteLength)
        buffer.transfer(0);
}

;// CONCATENATED MODULE: ./build/wasm/kernels.generated.js
// Generated by scripts/build-wasm.ts from src/wasm/assembly. Do not edit.
const POLY1305_WASM = 'AGFzbQEAAAABEgRgAABgAX8AYAJ/fgBgAn9/AAMIBwEAAgAAAwEFBAEBAgIGYxN/AEEAC38AQSALfwBBwAALfwBBgIAEC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAt+AUIAC34BQgALfgFCAAt+AUIACwdICANLRVkDAANUQUcDAQZXSU5ET1cDAgxXSU5ET1dfQllURVMDAwVzdGFydAAEBnVwZGF0ZQAABmZpbmlzaAAGBm1lbW9yeQIACucNBygBAX8gAEFAayEBIABBEHEEf0HAAEKAgIAIEAJB0AAFQcAACyABEAULjAIBBX4jBCMJfiMNQgV+IgEjBX58IwxCBX4iAiMGfnwjC0IFfiIDIwd+fCMIIwpCBX5+fCEAIwQjDX4jBSMMfnwjBiMLfnwjByMKfnwjCCMJfnwjBCMMfiMFIwt+fCMGIwp+fCMHIwl+fCMIIAF+fCMEIwt+IwUjCn58IwYjCX58IwcgAX58IwggAn58IwQjCn4jBSMJfnwjBiABfnwjByACfnwjCCADfnwgAEIaiHwiAkIaiHwiA0IaiHwiAUIaiHwiBEIaiEIFfiAAQv///x+DfCQEIAJC////H4MjBEIaiHwkBSMEQv///x+DJAQgA0L///8fgyQGIAFC////H4MkByAEQv///x+DJAgLYgECfiAAKQMIIQIjBCAAKQMAIgNC////H4N8JAQjBSADQhqIQv///x+DfCQFIwYgAkIMhiADQjSIhEL///8fg3wkBiMHIAJCDohC////H4N8JAcjCCACQiiIIAGEfCQIEAELowMBB34jBSMEQhqIfCQFIwRC////H4MkBCMGIwVCGoh8JAYjBUL///8fgyQFIwcjBkIaiHwkByMGQv///x+DJAYjCCMHQhqIfCQIIwdC////H4MkByMEIwhCGohCBX58JAQjCEL///8fgyQIIwUjBEIaiHwkBSMEQv///x+DJAQjBiMFQhqIfCQGIwVC////H4MkBSMHIwZCGoh8JAcjBkL///8fgyQGIwgjB0IaiHwkCCMHQv///x+DJAcjBCMIQhqIQgV+fCQEIwhC////H4MkCEIAIwgjByMGIwUjBEIFfCIFQhqIfCIGQhqIfCIAQhqIfCIBQhqIfCICQhqIfSIDQn+FIgQjBIMgBUL///8fgyADg4QkBCMFIASDIAZC////H4MgA4OEJAUjBiAEgyAAQv///x+DIAODhCQGIwcgBIMgAUL///8fgyADg4QkByMIIASDIAJC////H4MgA4OEJAhBICMEIwVCGoaEIwZCNIaEIgBBECkDAHwiATcDAEEoIAAgAVatQRgpAwAjB0IOhiMGQgyIhCMIQiiGhHx8NwMAC6IBAQJ+QQgpAwBC/P///8D///8PgyEAQQApAwBC/////8D///8PgyIBQv///x+DJAkgAUIaiEL///8fgyQKIABCDIYgAUI0iIRC////H4MkCyAAQg6IQv///x+DJAwgAEIoiCQNIwkkBCMKJAUjCyQGIwwkByMNJAgQASMEJA4jBSQPIwYkECMHJBEjCCQSQgAkCEIAJAdCACQGQgAkBUIAJAQLwwUBH34jCSEHIw4hCCMKIglCBX4hFSMLIg1CBX4hESMMIhJCBX4hDiMNIhZCBX4hCiMPIgtCBX4hFyMQIg9CBX4hEyMRIhRCBX4hECMSIhhCBX4hDCMEIQIjBSEDIwYhBCMHIQUjCCEGA0AgACABSQRAIAApAxAiG0L///8fgyIZIAd+IAogG0IaiEL///8fgyIafnwgDiAAKQMYIhxCDIYgG0I0iIRC////H4MiG358IBEgHEIOiEL///8fgyIdfnwgFSAcQiiIQoCAgAiEIhx+fCACIAApAwAiHkL///8fg3wiAiAIfiAMIAMgHkIaiEL///8fg3wiH358IBAgBCAAKQMIIgRCDIYgHkI0iIRC////H4N8Ih5+fCATIAUgBEIOiEL///8fg3wiA358IBcgBiAEQiiIQoCAgAiEfCIFfnx8IQYgFiAZfiASIBp+fCANIBt+fCAJIB1+fCAHIBx+fCACIBh+IBQgH358IA8gHn58IAMgC358IAUgCH58fCASIBl+IA0gGn58IAkgG358IAcgHX58IAogHH58IAIgFH4gDyAffnwgCyAefnwgAyAIfnwgBSAMfnx8IgRCGoh8ISAgBEL///8fgyANIBl+IAkgGn58IAcgG358IAogHX58IA4gHH58IAIgD34gCyAffnwgCCAefnwgAyAMfnwgBSAQfnx8IAkgGX4gByAafnwgCiAbfnwgDiAdfnwgESAcfnwgAiALfiAIIB9+fCAMIB5+fCADIBB+fCAFIBN+fHwgBkIaiHwiAkIaiHwiA0IaiHwhBSADQv///x+DIQQgAkL///8fgyAgQhqIQgV+IAZC////H4N8IgJCGoh8IQMgAkL///8fgyECICBC////H4MgBUIaiHwhBiAFQv///x+DIQUgAEEgaiEADAELCyACJAQgAyQFIAQkBiAFJAcgBiQICz0BAX8gAEFwcSIBEAAgACABSgRAIABBQGtBAToAACAAQcEAakEAQQ8gACABa2v8CwAgAUFAa0IAEAILEAML';
const kernels_generated_CHUNKER_WASM = 'AGFzbQEAAAABDAJgAX8Bf2ACf38BfwMDAgABBQYBAYEBgQEGEgN/AEEAC38AQYAQC38AQYAgCwc6BQxBUFBFTkRfVEFCTEUDAAtMRUFWRV9UQUJMRQMBBkJVRkZFUgMCB2ZpbmRDdXQAAQZtZW1vcnkCAArKBgLzBAIDfwV+IABBQGohAQNAIAAgAUsEQCAHQi2Ip0EDdCkDACABMQAAIAdCCIaEhSEHIAFBAWohAQwBCwsgAEGAQGsiAkFAaiEBA0AgASACSQRAIARCLYinQQN0KQMAIAExAAAgBEIIhoSFIQQgAUEBaiEBDAELCyAAQYCAAWoiAkFAaiEBA0AgASACSQRAIAVCLYinQQN0KQMAIAExAAAgBUIIhoSFIQUgAUEBaiEBDAELCyAAQYDAAWoiAkFAaiEBA0AgASACSQRAIAZCLYinQQN0KQMAIAExAAAgBkIIhoSFIQYgAUEBaiEBDAELC0EAIQEgAEGAQGshAgNAIAAgAkkEQCAAQYBAayIDQUBqLQAAQQN0QYAQaikDACAEQi2Ip0EDdCkDACADMQAAIARCCIaEhYUiBEL//z+DQgBSIABBQGotAABBA3RBgBBqKQMAIAdCLYinQQN0KQMAIAAxAAAgB0IIhoSFhSIHQv//P4MiCEIAUnEgAEGAgAFqIgNBQGotAABBA3RBgBBqKQMAIAVCLYinQQN0KQMAIAMxAAAgBUIIhoSFhSIFQv//P4NCAFJxIABBgMABaiIDQUBqLQAAQQN0QYAQaikDACAGQi2Ip0EDdCkDACADMQAAIAZCCIaEhYUiBkL//z+DQgBScUUEQCAIUARAIABBAWoPCyAEQv//P4NQBEAgAEGBwABqIgMgASABRSABIANLchshAQsgBUL//z+DUARAIABBgYABaiIDIAEgAUUgASADS3IbIQELIAZC//8/g1AEQCAAQYHAAWoiAyABIAFFIAEgA0tyGyEBCwsgAEEBaiEADAELCyABC9IBAgF+AX8gAEGAIGohACABQYAgaiEDA0AgAyAAa0GAgAJPBEAgABAAIgEEQCABQYAgaw8LIABBgIACaiEADAELCyAAQUBqIQEDQCAAIAFLBEAgAkItiKdBA3QpAwAgATEAACACQgiGhIUhAiABQQFqIQEMAQsLAn8DQCAAIANJBEAgAEFAai0AAEEDdEGAEGopAwAgAkItiKdBA3QpAwAgADEAACACQgiGhIWFIQIgAEEBaiIAIAJC//8/g1ANAhoMAQsLQQALIgBBgCBrQX8gABsL';
const kernels_generated_ROMIX_WASM = 'AGFzbQEAAAABGANgB39/f39/f38AYAV/f39/fwBgAn9/AAMEAwABAgUFAQEBkCAGBwF/AEHAAAsHGQMGQkxPQ0tTAwADbWl4AAIGbWVtb3J5AgAK3BgD7hQCEnsKfyAGQQd0IhkgAGohGyAZIBtqIh0gGWohHiAZQUBqIhwgAWohHyAAIBxqIiD9AAQAIB/9AAQA/VEhCCAg/QAEECAf/QAEEP1RIQ0gIP0ABCAgH/0ABCD9USEOICD9AAQwIB/9AAQw/VEhCSAbIBxqIh/9AAQAIAIgHGoiIP0ABAD9USETIB/9AAQQICD9AAQQ/VEhCyAf/QAEICAg/QAEIP1RIRQgH/0ABDAgIP0ABDD9USEPIBwgHWoiH/0ABAAgAyAcaiIg/QAEAP1RIQcgH/0ABBAgIP0ABBD9USEQIB/9AAQgICD9AAQg/VEhESAf/QAEMCAg/QAEMP1RIQogHCAeaiIf/QAEACAEIBxqIhz9AAQA/VEhFSAf/QAEECAc/QAEEP1RIQwgH/0ABCAgHP0ABCD9USEWIB/9AAQwIBz9AAQw/VEhEgNAIBogBkEBdEkEQCAaQQZ0IhwgAWohHyAIIAAgHGoiIP0ABAAgH/0ABAD9Uf1RIQggDSAg/QAEECAf/QAEEP1R/VEhDSAOICD9AAQgIB/9AAQg/VH9USEOIAkgIP0ABDAgH/0ABDD9Uf1RIQkgEyAbIBxqIh/9AAQAIAIgHGoiIP0ABAD9Uf1RIRMgCyAf/QAEECAg/QAEEP1R/VEhCyAUIB/9AAQgICD9AAQg/VH9USEUIA8gH/0ABDAgIP0ABDD9Uf1RIQ8gByAcIB1qIh/9AAQAIAMgHGoiIP0ABAD9Uf1RIQcgECAf/QAEECAg/QAEEP1R/VEhECARIB/9AAQgICD9AAQg/VH9USERIAogH/0ABDAgIP0ABDD9Uf1RIQogFSAcIB5qIh/9AAQAIAQgHGoiHP0ABAD9Uf1RIRUgDCAf/QAEECAc/QAEEP1R/VEhDCAWIB/9AAQgIBz9AAQg/VH9USEWIBIgH/0ABDAgHP0ABDD9Uf1RIRIgGSAZIBkgBSAaQQFxIAZsIBpBAXZqQQZ0aiIhaiIfaiIgaiEiICEgCP0LBAAgISAN/QsEECAhIA79CwQgICEgCf0LBDAgHyAT/QsEACAfIAv9CwQQIB8gFP0LBCAgHyAP/QsEMCAgIAf9CwQAICAgEP0LBBAgICAR/QsEICAgIAr9CwQwICIgFf0LBAAgIiAM/QsEECAiIBb9CwQgICIgEv0LBDBBACEcA0AgHEEISARAIAggCSAOIA0gCCAJ/a4BIglBB/2rASAJQRn9rQH9UP1RIgkgCP2uASIIQQn9qwEgCEEX/a0B/VD9USIIIAn9rgEiDUEN/asBIA1BE/2tAf1Q/VEiDSAI/a4BIg5BEv2rASAOQQ79rQH9UP1RIQ4gEyAPIBQgCyATIA/9rgEiC0EH/asBIAtBGf2tAf1Q/VEiCyAT/a4BIg9BCf2rASAPQRf9rQH9UP1RIg8gC/2uASITQQ39qwEgE0ET/a0B/VD9USITIA/9rgEiFEES/asBIBRBDv2tAf1Q/VEhFCAIIAj9DQgJCgsMDQ4PAAECAwQFBgcgDSAN/Q0EBQYHCAkKCwwNDg8AAQIDIA4gCSAJ/Q0MDQ4PAAECAwQFBgcICQoLIgj9rgEiCUEH/asBIAlBGf2tAf1Q/VEiCSAO/a4BIg1BCf2rASANQRf9rQH9UP1RIRcgDyAP/Q0ICQoLDA0ODwABAgMEBQYHIBMgE/0NBAUGBwgJCgsMDQ4PAAECAyAUIAsgC/0NDA0ODwABAgMEBQYHCAkKCyIL/a4BIg1BB/2rASANQRn9rQH9UP1RIg8gFP2uASINQQn9qwEgDUEX/a0B/VD9USEYIA4gCCAXIAn9rgEiCEEN/asBIAhBE/2tAf1Q/VEiDSAX/a4BIghBEv2rASAIQQ79rQH9UP1RIQggFCALIBggD/2uASILQQ39qwEgC0ET/a0B/VD9USILIBj9rgEiDkES/asBIA5BDv2tAf1Q/VEhEyANIA39DQQFBgcICQoLDA0ODwABAgMhDSALIAv9DQQFBgcICQoLDA0ODwABAgMhCyAXIBf9DQgJCgsMDQ4PAAECAwQFBgchDiAYIBj9DQgJCgsMDQ4PAAECAwQFBgchFCAJIAn9DQwNDg8AAQIDBAUGBwgJCgshCSAPIA/9DQwNDg8AAQIDBAUGBwgJCgshDyAHIAogESAQIAcgCv2uASIKQQf9qwEgCkEZ/a0B/VD9USIKIAf9rgEiB0EJ/asBIAdBF/2tAf1Q/VEiByAK/a4BIhBBDf2rASAQQRP9rQH9UP1RIhAgB/2uASIRQRL9qwEgEUEO/a0B/VD9USERIBUgEiAWIAwgFSAS/a4BIgxBB/2rASAMQRn9rQH9UP1RIgwgFf2uASISQQn9qwEgEkEX/a0B/VD9USISIAz9rgEiFUEN/asBIBVBE/2tAf1Q/VEiFSAS/a4BIhZBEv2rASAWQQ79rQH9UP1RIRYgByAH/Q0ICQoLDA0ODwABAgMEBQYHIBAgEP0NBAUGBwgJCgsMDQ4PAAECAyARIAogCv0NDA0ODwABAgMEBQYHCAkKCyIH/a4BIgpBB/2rASAKQRn9rQH9UP1RIgogEf2uASIQQQn9qwEgEEEX/a0B/VD9USEXIBIgEv0NCAkKCwwNDg8AAQIDBAUGByAVIBX9DQQFBgcICQoLDA0ODwABAgMgFiAMIAz9DQwNDg8AAQIDBAUGBwgJCgsiDP2uASIQQQf9qwEgEEEZ/a0B/VD9USISIBb9rgEiEEEJ/asBIBBBF/2tAf1Q/VEhGCARIAcgFyAK/a4BIgdBDf2rASAHQRP9rQH9UP1RIhAgF/2uASIHQRL9qwEgB0EO/a0B/VD9USEHIBYgDCAYIBL9rgEiDEEN/asBIAxBE/2tAf1Q/VEiDCAY/a4BIhFBEv2rASARQQ79rQH9UP1RIRUgECAQ/Q0EBQYHCAkKCwwNDg8AAQIDIRAgDCAM/Q0EBQYHCAkKCwwNDg8AAQIDIQwgFyAX/Q0ICQoLDA0ODwABAgMEBQYHIREgGCAY/Q0ICQoLDA0ODwABAgMEBQYHIRYgCiAK/Q0MDQ4PAAECAwQFBgcICQoLIQogEiAS/Q0MDQ4PAAECAwQFBgcICQoLIRIgHEECaiEcDAELCyANICH9AAQQ/a4BIQ0gDiAh/QAEIP2uASEOIAkgIf0ABDD9rgEhCSATIB/9AAQA/a4BIRMgCyAf/QAEEP2uASELIBQgH/0ABCD9rgEhFCAPIB/9AAQw/a4BIQ8gByAg/QAEAP2uASEHIBAgIP0ABBD9rgEhECARICD9AAQg/a4BIREgCiAg/QAEMP2uASEKIBUgIv0ABAD9rgEhFSAMICL9AAQQ/a4BIQwgFiAi/QAEIP2uASEWIBIgIv0ABDD9rgEhEiAhIAggIf0ABAD9rgEiCP0LBAAgISAN/QsEECAhIA79CwQgICEgCf0LBDAgHyAT/QsEACAfIAv9CwQQIB8gFP0LBCAgHyAP/QsEMCAgIAf9CwQAICAgEP0LBBAgICAR/QsEICAgIAr9CwQwICIgFf0LBAAgIiAM/QsEECAiIBb9CwQgICIgEv0LBDAgGkEBaiEaDAELCwuEAQEBfyAAIAEgBEEHdCIFIANBAWsiAyAAIAVqQUBqKAIAcUECdGxqIAEgBSAAIAVBAXRqQUBqKAIAIANxQQJ0QQFqbGogASAFIAAgBUEDbGpBQGooAgAgA3FBAnRBAmpsaiABIAUgACAFQQJ0akFAaigCACADcUECdEEDamxqIAIgBBAAC+MCAQh/IAFBB3QiCEECdCIEQUBrIQcgCCAEIAdqIgNqIQZBwAAhBQNAIAUgBEFAa0kEQEEAIAVBwAD8CgAAQQAhAgNAIAJBEEkEQCAFIAJBAnRqIAJBBWxBD3FBAnQoAgA2AgAgAkEBaiECDAELCyAFQUBrIQUMAQsLIANBACAI/AsAIAZBwAAgBPwKAABBASECA0AgACACSwRAIAYgAkEBayAEbGoiBSADIAMgAyADIAQgBWogARAAIAJBAWohAgwBCwsgBiAAQQFrIARsaiADIAMgAyADQcAAIAEQAANAIAAgCUsEQEHAACAGIAcgACABEAEgByAGQcAAIAAgARABIAlBAmohCQwBCwtBwAAhAQNAIAEgBEFAa0kEQEEAIAFBwAD8CgAAQQAhAANAIABBEEkEQCABIABBBWxBD3FBAnRqIABBAnQoAgA2AgAgAEEBaiEADAELCyABQUBrIQEMAQsLCw==';

;// CONCATENATED MODULE: ./build/wasm/kernels.js

/** So many blocks a RomixKernel mixes at once. */
const ROMIX_LANES = 4;
const TABLE_ENTRIES = 256;
const KEY_BYTES = 32;
const TAG_BYTES = 16;
const WASM_PAGE_BYTES = 65_536;
let poly1305Kernel = null;
let chunkerModule = null;
/** The thread's one kernel: callers finish a message before they return. */
function getPoly1305Kernel() {
    poly1305Kernel ??= createPoly1305Kernel();
    return poly1305Kernel;
}
function createPoly1305Kernel() {
    const exports = instantiate(compile(POLY1305_WASM));
    const view = (offset, length) => new Uint8Array(exports.memory.buffer, offset.value, length);
    return {
        key: view(exports.KEY, KEY_BYTES),
        tag: view(exports.TAG, TAG_BYTES),
        window: view(exports.WINDOW, exports.WINDOW_BYTES.value),
        start: exports.start,
        update: exports.update,
        finish: exports.finish,
    };
}
/** A kernel with memory of its own, 8 MiB of which only what is used becomes resident. */
function createChunkerKernel() {
    chunkerModule ??= compile(CHUNKER_WASM);
    const exports = instantiate(chunkerModule);
    const { buffer } = exports.memory;
    return {
        appendTable: new BigUint64Array(buffer, exports.APPEND_TABLE.value, TABLE_ENTRIES),
        leaveTable: new BigUint64Array(buffer, exports.LEAVE_TABLE.value, TABLE_ENTRIES),
        buffer: new Uint8Array(buffer, exports.BUFFER.value),
        findCut: exports.findCut,
    };
}
/**
 * A kernel for ROMIX_LANES blocks of 128·r bytes and tables of N of each, with as much memory of its own, 257 MiB at most.
 * @throws RangeError for more.
 */
function createRomixKernel({ N, r }) {
    const exports = instantiate(compile(ROMIX_WASM));
    const blockBytes = 128 * r;
    const neededBytes = exports.BLOCKS.value + blockBytes * (ROMIX_LANES * (N + 2) + 1);
    const missingBytes = neededBytes - exports.memory.buffer.byteLength;
    if (missingBytes > 0)
        exports.memory.grow(Math.ceil(missingBytes / WASM_PAGE_BYTES));
    return {
        blocks: new Uint8Array(exports.memory.buffer, exports.BLOCKS.value, ROMIX_LANES * blockBytes),
        mix: () => exports.mix(N, r),
    };
}
function compile(base64) {
    return new WebAssembly.Module(Buffer.from(base64, 'base64'));
}
/** The kernels import nothing. T is what its source exports. */
function instantiate(module) {
    return new WebAssembly.Instance(module).exports;
}

;// CONCATENATED MODULE: ./build/crypto/poly1305.js

const POLY1305_KEY_BYTES = 32;
const POLY1305_TAG_BYTES = 16;
/**
 * Poly1305 (RFC 8439, section 2.5) of `message`, computed in WebAssembly. Node has no Poly1305 of its own.
 *
 * @param key r ‖ s, 32 bytes; r is clamped in use. For one message only.
 * @returns 16 bytes.
 */
function poly1305(key, message) {
    if (key.length !== POLY1305_KEY_BYTES)
        throw new RangeError(`Poly1305 key of ${key.length} bytes, expected 32.`);
    const kernel = getPoly1305Kernel();
    const { window } = kernel;
    kernel.key.set(key);
    kernel.start();
    let position = 0;
    for (; message.length - position > window.length; position += window.length) {
        window.set(message.subarray(position, position + window.length));
        kernel.update(window.length);
    }
    window.set(message.subarray(position));
    kernel.finish(message.length - position);
    const tag = Buffer.from(kernel.tag);
    kernel.key.fill(0);
    return tag;
}

;// CONCATENATED MODULE: ./build/crypto/seal.js




const ENCRYPT_KEY_BYTES = 32;
const MAC_KEY_BYTES = 16;
const IV_BYTES = 16;
/** By how much a sealed object is longer than what is in it. */
const seal_SEAL_OVERHEAD_BYTES = IV_BYTES + POLY1305_TAG_BYTES;
const ZERO_IV = Buffer.alloc(IV_BYTES);
/** A new random master key. */
function newRepositoryKey() {
    return {
        encrypt: randomBytes(ENCRYPT_KEY_BYTES),
        macK: randomBytes(MAC_KEY_BYTES),
        macR: randomBytes(MAC_KEY_BYTES),
    };
}
/**
 * `plain` encrypted and authenticated as restic does it: IV ‖ AES-256-CTR ciphertext ‖ Poly1305-AES of the ciphertext
 * (restic's doc/design.rst, "Keys, Encryption and MAC"). The IV is random.
 */
function seal(key, plain) {
    const sealed = Buffer.allocUnsafeSlow(plain.length + seal_SEAL_OVERHEAD_BYTES);
    sealInto(key, plain, sealed);
    return sealed;
}
/**
 * As `seal`, written to the beginning of `target`, where `plain` may lie too.
 * @returns How many bytes were written: `plain.length + SEAL_OVERHEAD_BYTES`, for which there must be room.
 */
function sealInto(key, plain, target) {
    const iv = newIv();
    const ciphertext = (0,external_node_crypto_namespaceObject.createCipheriv)('aes-256-ctr', preparedKey(key).encrypt, iv).update(plain);
    target.set(iv, 0);
    target.set(ciphertext, IV_BYTES);
    target.set(poly1305(oneTimeKey(key, iv), ciphertext), IV_BYTES + ciphertext.length);
    // A thread that seals a dump's blobs would gather 40 MiB of them before V8 looks.
    freeNow(ciphertext);
    return plain.length + seal_SEAL_OVERHEAD_BYTES;
}
/**
 * What `seal` took. Nothing is decrypted before the MAC is verified.
 *
 * @param what For the message: `pack 1234abcd…`.
 * @throws HoldfastError repository-damaged.
 */
function seal_open(key, sealed, what) {
    if (sealed.length < seal_SEAL_OVERHEAD_BYTES) {
        throw new errors_HoldfastError('repository-damaged', `Cannot decrypt ${what}: ${sealed.length} bytes, expected ${seal_SEAL_OVERHEAD_BYTES} at least. ${WHAT_TO_DO}`);
    }
    const plain = tryOpen(key, sealed);
    if (plain !== null)
        return plain;
    throw new errors_HoldfastError('repository-damaged', `Cannot decrypt ${what}: its authentication code is wrong, so it was altered or sealed with another key. ${WHAT_TO_DO}`);
}
const WHAT_TO_DO = 'Run `holdfast check --read-data` to see what else is damaged.';
/** As `open`, but null if `sealed` is not what this key sealed: how a password is tried on a key file. */
function tryOpen(key, sealed) {
    if (sealed.length < seal_SEAL_OVERHEAD_BYTES)
        return null;
    const iv = sealed.subarray(0, IV_BYTES);
    const ciphertext = sealed.subarray(IV_BYTES, sealed.length - POLY1305_TAG_BYTES);
    const tag = sealed.subarray(sealed.length - POLY1305_TAG_BYTES);
    // restic refuses an IV of zeros: it stands for memory that was never filled in.
    if (ZERO_IV.equals(iv) || !(0,external_node_crypto_namespaceObject.timingSafeEqual)(poly1305(oneTimeKey(key, iv), ciphertext), tag))
        return null;
    return (0,external_node_crypto_namespaceObject.createDecipheriv)('aes-256-ctr', preparedKey(key).encrypt, iv).update(ciphertext);
}
/** Poly1305-AES (Bernstein 2005): r as it is, and s = AES-128 of the nonce. */
function oneTimeKey(key, iv) {
    const oneTime = Buffer.alloc(POLY1305_KEY_BYTES);
    oneTime.set(key.macR, 0);
    oneTime.set(preparedKey(key).mac.update(iv), key.macR.length);
    return oneTime;
}
// Each costs some 15 µs to make: three times what a small blob takes otherwise.
const preparedKeys = new WeakMap();
function preparedKey(key) {
    let prepared = preparedKeys.get(key);
    if (prepared === undefined) {
        prepared = {
            encrypt: (0,external_node_crypto_namespaceObject.createSecretKey)(key.encrypt),
            mac: (0,external_node_crypto_namespaceObject.createCipheriv)('aes-128-ecb', key.macK, null).setAutoPadding(false),
        };
        preparedKeys.set(key, prepared);
    }
    return prepared;
}
// Asking the system for each IV would take longer than to encrypt a small blob. Each part is used once.
const IV_POOL_BYTES = 256 * IV_BYTES;
let ivPool = Buffer.alloc(0);
function newIv() {
    if (ivPool.length === 0)
        ivPool = (0,external_node_crypto_namespaceObject.randomBytes)(IV_POOL_BYTES);
    const iv = ivPool.subarray(0, IV_BYTES);
    ivPool = ivPool.subarray(IV_BYTES);
    return iv;
}

;// CONCATENATED MODULE: external "node:zlib"
const external_node_zlib_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");
;// CONCATENATED MODULE: ./build/crypto/zstd-context.js

/**
 * A context of zstd that takes one frame after another. Node's functions for whole buffers make one for each, and a stream
 * with it, which takes longer than to compress a small blob: 20 to 40 % of all that zstd takes on a Linux system's files.
 *
 * It stands on the insides of Node's streams, as minizlib does, by which npm itself unpacks. A Node that has others gives
 * no context, and the functions for whole buffers do.
 */
class ZstdContext {
    #handle;
    #state;
    #error = null;
    #isUsable = true;
    constructor(handle, state) {
        this.#handle = handle;
        this.#state = state;
        handle.onerror = (message) => {
            this.#error = message;
        };
    }
    /** Null: this Node has none. */
    static compressing(params) {
        return ZstdContext.#within((0,external_node_zlib_namespaceObject.createZstdCompress)({ params }));
    }
    /** Null: this Node has none. */
    static decompressing(params) {
        return ZstdContext.#within((0,external_node_zlib_namespaceObject.createZstdDecompress)({ params }));
    }
    static #within(stream) {
        const { _handle: handle, _writeState: state } = stream;
        if (typeof handle?.writeSync !== 'function' || !(state instanceof Uint32Array))
            return null;
        return new ZstdContext(handle, state);
    }
    /** Not after a failure: what is left of a frame would become a part of the next. */
    get isUsable() {
        return this.#isUsable;
    }
    /**
     * Turns the whole of `input` into one frame, or a frame into its content, at the beginning of `output`.
     * @returns How many bytes that are.
     * @throws Error with what is wrong, as the end of a sentence.
     */
    run(input, output) {
        this.#isUsable = false;
        this.#error = null;
        this.#handle.writeSync(external_node_zlib_namespaceObject.constants.ZSTD_e_end, input, 0, input.length, output, 0, output.length);
        if (this.#error !== null)
            throw new Error(this.#error);
        const [free = 0, left = 0] = this.#state;
        if (left > 0)
            throw new Error(`${left} bytes that don't fit`);
        this.#isUsable = true;
        return output.length - free;
    }
}

;// CONCATENATED MODULE: ./build/crypto/zstd-frame.js
const FRAME_MAGIC = 0xfd2fb528;
/** The last four bits of a skippable frame's magic number are free. */
const SKIPPABLE_MAGIC = 0x184d2a50;
const MAGIC_BYTES = 4;
const SKIPPABLE_LENGTH_BYTES = 4;
const BLOCK_HEADER_BYTES = 3;
const CHECKSUM_BYTES = 4;
const BLOCK_RLE = 1;
const BLOCK_RESERVED = 3;
const DICTIONARY_ID_BYTES = [0, 1, 2, 4];
/** By the header's size flag; 0 means none, or 1 byte in a frame of a single segment. */
const CONTENT_SIZE_BYTES = [0, 2, 4, 8];
/** A size in 2 bytes is that much more. */
const TWO_BYTE_SIZE_OFFSET = 256;
/**
 * The frame at `offset`, read as far as needed to know where it ends. Node's decompressor stops silently after the
 * first frame, whatever follows.
 *
 * @throws Error with what is wrong, as the end of a sentence.
 */
function readZstdFrame(data, offset) {
    const magic = readUInt(data, offset, MAGIC_BYTES);
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE_MAGIC) {
        const length = readUInt(data, offset + MAGIC_BYTES, SKIPPABLE_LENGTH_BYTES);
        const end = offset + MAGIC_BYTES + SKIPPABLE_LENGTH_BYTES + length;
        if (end > data.length)
            throw truncated();
        return { end, skippable: true, contentBytes: 0, windowBytes: 0 };
    }
    if (magic !== FRAME_MAGIC)
        throw new Error('bytes that are no Zstandard frame');
    const header = readHeader(data, offset + MAGIC_BYTES);
    const end = endOfBlocks(data, header.end) + (header.checksum ? CHECKSUM_BYTES : 0);
    if (end > data.length)
        throw truncated();
    return { end, skippable: false, contentBytes: header.contentBytes, windowBytes: header.windowBytes };
}
function readHeader(data, offset) {
    const descriptor = readUInt(data, offset, 1);
    const singleSegment = (descriptor & 0x20) !== 0;
    const checksum = (descriptor & 0x04) !== 0;
    if (descriptor & 0x08)
        throw new Error('a frame header with its reserved bit set');
    let position = offset + 1;
    let windowBytes = 0;
    if (!singleSegment)
        windowBytes = windowOf(readUInt(data, position++, 1));
    const idBytes = DICTIONARY_ID_BYTES[(descriptor & 3)];
    if (idBytes > 0 && readUInt(data, position, idBytes) !== 0)
        throw new Error('a frame that needs a dictionary');
    position += idBytes;
    const sizeBytes = CONTENT_SIZE_BYTES[(descriptor >> 6)] || (singleSegment ? 1 : 0);
    const contentBytes = sizeBytes === 0 ? null : readContentSize(data, position, sizeBytes);
    if (singleSegment)
        windowBytes = contentBytes ?? 0;
    return { end: position + sizeBytes, checksum, contentBytes, windowBytes };
}
/** Section 3.1.1.1.2: a power of two from 1 KiB up, plus eighths of it. */
function windowOf(descriptor) {
    const base = 2 ** (10 + (descriptor >> 3));
    return base + (base / 8) * (descriptor & 7);
}
function readContentSize(data, offset, bytes) {
    if (bytes === 8)
        return readUInt(data, offset, 4) + 2 ** 32 * readUInt(data, offset + 4, 4);
    return readUInt(data, offset, bytes) + (bytes === 2 ? TWO_BYTE_SIZE_OFFSET : 0);
}
function endOfBlocks(data, start) {
    for (let position = start;;) {
        const header = readUInt(data, position, BLOCK_HEADER_BYTES);
        const type = (header >> 1) & 3;
        if (type === BLOCK_RESERVED)
            throw new Error('a block of the reserved type');
        // A run's block holds the one byte that repeats.
        position += BLOCK_HEADER_BYTES + (type === BLOCK_RLE ? 1 : header >> 3);
        if (header & 1)
            return position;
    }
}
function readUInt(data, offset, bytes) {
    if (offset + bytes > data.length)
        throw truncated();
    return data.readUIntLE(offset, bytes);
}
function truncated() {
    return new Error('a frame that is cut off');
}

;// CONCATENATED MODULE: ./build/crypto/zstd.js




/** restic's `auto`. */
const DEFAULT_LEVEL = 3;
/** restic's encoder looks back 512 KiB: readers need no more memory for a blob of any size. */
const MAX_WINDOW_LOG = 19;
/**
 * Smaller tables of the default level: they stay in a core's cache. On a Linux system's files that took 10 to 20 % off the
 * time and added less than 2 % to what is stored, which came to what restic stores.
 */
const DEFAULT_HASH_LOG = 15;
const DEFAULT_CHAIN_LOG = 14;
/** Go's decoder, and with it restic, refuses more. */
const MAX_DECODER_WINDOW_LOG = 29;
/** Decompressed without a promised size, the output grows in steps of this. */
const UNKNOWN_SIZE_STEP_BYTES = 128 * 1024;
/**
 * `plain` as one Zstandard frame as restic writes it: window of 512 KiB at most or a single segment, no checksum, no
 * dictionary. The result may be longer than `plain`.
 *
 * Blocks the thread: some 3 ms a MiB; more at a higher level.
 */
function compress(plain, level = DEFAULT_LEVEL) {
    const room = Buffer.allocUnsafe(zstd_compressedBound(plain.length));
    return room.subarray(0, compressInto(plain, room, level));
}
/**
 * As `compress`, written to the beginning of `room`, of `compressedBound(plain.length)` bytes, where `plain` must not lie.
 * @returns How many bytes were written.
 */
function compressInto(plain, room, level = DEFAULT_LEVEL) {
    const context = contextFor(level, plain.length);
    if (context !== null)
        return context.run(plain, room);
    const params = paramsOf(level, isLarge(plain.length));
    const compressed = (0,external_node_zlib_namespaceObject.zstdCompressSync)(plain, { chunkSize: zstd_compressedBound(plain.length), params });
    room.set(compressed);
    return compressed.length;
}
/** This thread's, by level and by whether the window must be limited. */
const compressors = new Map();
function contextFor(level, plainBytes) {
    const name = `${level} ${isLarge(plainBytes)}`;
    let context = compressors.get(name);
    if (context === undefined || context?.isUsable === false) {
        context = ZstdContext.compressing(paramsOf(level, isLarge(plainBytes)));
        compressors.set(name, context);
    }
    return context;
}
/** Below it, the encoder itself takes the smallest window that fits. */
function isLarge(plainBytes) {
    return plainBytes > 2 ** MAX_WINDOW_LOG;
}
function paramsOf(level, large) {
    const params = { [external_node_zlib_namespaceObject.constants.ZSTD_c_compressionLevel]: level };
    if (large)
        params[external_node_zlib_namespaceObject.constants.ZSTD_c_windowLog] = MAX_WINDOW_LOG;
    if (level === DEFAULT_LEVEL) {
        params[external_node_zlib_namespaceObject.constants.ZSTD_c_hashLog] = DEFAULT_HASH_LOG;
        params[external_node_zlib_namespaceObject.constants.ZSTD_c_chainLog] = DEFAULT_CHAIN_LOG;
    }
    return params;
}
/** What `compress` makes of so many bytes at most: ZSTD_compressBound and a little, so that the output is one piece. */
function zstd_compressedBound(plainBytes) {
    return plainBytes + (plainBytes >> 8) + 128;
}
/**
 * The content of all frames in `data`, written to the beginning of `room`. Any level, checksums (verified), several and
 * skippable frames, and windows up to 512 MiB are accepted; dictionaries and bytes that are no frame aren't.
 *
 * @param room The most that may come out. Callers that know the size compare it.
 * @param what For the message: `blob 1234abcd…`.
 * @returns How many bytes came out.
 * @throws HoldfastError repository-damaged.
 */
function decompressInto(data, room, what) {
    let filled = 0;
    forEachFrame(data, { what, limitBytes: room.length }, (frame, header) => {
        filled += decompressFrameInto(frame, header, room.subarray(filled));
    });
    return filled;
}
/** As `decompressInto`, where it isn't known what comes out: never more than `limitBytes` is allocated. */
function decompress(data, limitBytes, what) {
    const contents = [];
    let total = 0;
    forEachFrame(data, { what, limitBytes }, (frame, header) => {
        const content = decompressFrame(frame, header, limitBytes - total);
        contents.push(content);
        total += content.length;
    });
    const [first] = contents;
    return contents.length === 1 && first !== undefined ? first : Buffer.concat(contents, total);
}
function forEachFrame(data, { what, limitBytes }, take) {
    const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
    try {
        let position = 0;
        do {
            const header = readZstdFrame(bytes, position);
            if (!header.skippable)
                take(bytes.subarray(position, header.end), header);
            position = header.end;
        } while (position < bytes.length);
    }
    catch (error) {
        const actual = error instanceof Error ? error.message : String(error);
        throw new errors_HoldfastError('repository-damaged', `Cannot decompress ${what}: ${actual}, expected whole Zstandard frames of ${limitBytes} plain bytes at most. ` +
            'Run `holdfast check --read-data` to see what else is damaged.', { cause: error });
    }
}
const DECODER_PARAMS = { [external_node_zlib_namespaceObject.constants.ZSTD_d_windowLogMax]: MAX_DECODER_WINDOW_LOG };
/** This thread's. */
let decompressor;
function decompressFrame(frame, header, limitBytes) {
    const { contentBytes } = header;
    if (contentBytes === null)
        return decompressUnknown(frame, header, limitBytes);
    refuseMoreThan(limitBytes, contentBytes);
    const content = Buffer.allocUnsafe(contentBytes);
    decompressFrameInto(frame, header, content);
    return content;
}
function decompressFrameInto(frame, header, room) {
    const { contentBytes } = header;
    const context = contentBytes === null ? null : decompressorFor(header);
    if (contentBytes === null || context === null) {
        const content = decompressUnknown(frame, header, room.length);
        room.set(content);
        return content.length;
    }
    refuseMoreThan(room.length, contentBytes);
    const actual = context.run(frame, room.subarray(0, contentBytes));
    if (actual === contentBytes)
        return actual;
    decompressor = undefined;
    throw new Error(`${actual} bytes of content in a frame that promises ${contentBytes}`);
}
function decompressorFor(header) {
    refuseLargeWindow(header);
    if (decompressor === undefined || decompressor?.isUsable === false) {
        decompressor = ZstdContext.decompressing(DECODER_PARAMS);
    }
    return decompressor;
}
function refuseLargeWindow({ windowBytes }) {
    if (windowBytes > 2 ** MAX_DECODER_WINDOW_LOG)
        throw new Error(`a window of ${windowBytes} bytes`);
}
function refuseMoreThan(limitBytes, contentBytes) {
    if (contentBytes > limitBytes)
        throw new Error(`${contentBytes} bytes of content`);
}
function decompressUnknown(frame, header, limitBytes) {
    refuseLargeWindow(header);
    const content = (0,external_node_zlib_namespaceObject.zstdDecompressSync)(frame, {
        params: DECODER_PARAMS,
        // One more than the content, for the decompressor asks for room again when a piece is full.
        chunkSize: Math.max(Math.min(limitBytes, UNKNOWN_SIZE_STEP_BYTES), 64) + 1,
        // Node takes 0 for no limit at all.
        maxOutputLength: Math.max(limitBytes, 1),
    });
    refuseMoreThan(limitBytes, content.length);
    return content;
}

;// CONCATENATED MODULE: ./build/repository/format/ids.js

/** Bytes of a SHA-256. */
const ID_BYTES = 32;
const ID_DIGITS = 2 * ID_BYTES;
/** Has a bit that no digit has. */
const NO_DIGIT = 0x80;
/** What each byte stands for as a lower-case hex digit; else NO_DIGIT. Without a branch: half of them would be guessed wrongly. */
const HEX_VALUES = new Uint8Array(256).fill(NO_DIGIT);
for (let value = 0; value < 16; value++)
    HEX_VALUES[value.toString(16).charCodeAt(0)] = value;
/** 64 lower-case hex digits. By hand: an index has hundreds of thousands of them, and a regular expression is slower. */
function ids_isId(text) {
    if (text.length !== ID_DIGITS)
        return false;
    let all = 0;
    for (let i = 0; i < ID_DIGITS; i++)
        all |= HEX_VALUES[text.charCodeAt(i)] ?? NO_DIGIT;
    return all < NO_DIGIT;
}
/** Whether one stands in `bytes` at `at`. */
function isIdAt(bytes, at) {
    if (at + ID_DIGITS > bytes.length)
        return false;
    let all = 0;
    for (let i = at; i < at + ID_DIGITS; i++)
        all |= HEX_VALUES[bytes[i]];
    return all < NO_DIGIT;
}
/** The ID of `bytes`: their SHA-256. */
function idOf(bytes) {
    return (0,external_node_crypto_namespaceObject.hash)('sha256', bytes, 'hex');
}

;// CONCATENATED MODULE: ./build/repository/blob-sealing.js





/** zstd's levels that come nearest to what restic's encoder makes of the same words. */
const LEVELS = {
    fastest: 1,
    auto: 3,
    better: 7,
    max: 13,
    trees: 3,
};
/**
 * The largest blob that is read, as stored and plain: what fits one string of V8, as a tree must. restic's chunker stops
 * at 8 MiB; but an index may say 4 GiB of what a pack holds in a few KiB of compressed zeros.
 */
const MAX_BLOB_BYTES = 512 * 1024 * 1024;
/**
 * To be asked before memory is taken for a blob.
 * @throws HoldfastError repository-damaged if it is larger than MAX_BLOB_BYTES.
 */
function refuseGiant(what, { length, plainLength }) {
    const largest = Math.max(length, plainLength ?? 0);
    if (largest <= MAX_BLOB_BYTES)
        return;
    throw new errors_HoldfastError('repository-damaged', `Cannot read ${what}: it has ${largest} bytes, expected at most ${MAX_BLOB_BYTES}.`);
}
/** The most bytes that a blob of so many has when it is sealed. */
function sealedBound(plainBytes) {
    return compressedBound(plainBytes) + SEAL_OVERHEAD_BYTES;
}
/** How many bytes the blob that is stored in so many has, as the index tells it. */
function plainLengthOf(sealedBytes, { plainLength }) {
    return plainLength ?? sealedBytes - seal_SEAL_OVERHEAD_BYTES;
}
/** Compresses and seals the blob as it goes into a pack. */
function sealBlob(key, compression, type, plain) {
    const room = Buffer.allocUnsafe(sealedBound(plain.length));
    const { length, compressed } = sealBlobInto(key, { compression, type, plain }, room);
    return { bytes: Uint8Array.from(room.subarray(0, length)), plainLength: plain.length, compressed };
}
/** As `sealBlob`, written to the beginning of `room`, of `sealedBound(plain.length)` bytes, where `plain` may lie too. */
function sealBlobInto(key, blob, room) {
    const { compression, type, plain } = blob;
    const level = levelOf(compression, type);
    // A length of 0 says "not compressed" in an index, so that an empty blob can't be.
    const compressed = plain.length > 0 && level !== null;
    if (!compressed)
        return { length: sealInto(key, plain, room), compressed };
    const space = scratch(zstd_compressedBound(plain.length));
    const length = compressInto(plain, space, level);
    return { length: sealInto(key, space.subarray(0, length), room), compressed };
}
/** The most that is kept of it: restic's chunker stops at 8 MiB. */
const MAX_KEPT_SCRATCH_BYTES = 16 * 1024 * 1024;
/** This thread's, overwritten by each blob. */
let kept = Buffer.alloc(0);
function scratch(bytes) {
    if (bytes > MAX_KEPT_SCRATCH_BYTES)
        return Buffer.allocUnsafe(bytes);
    if (kept.length < bytes)
        kept = Buffer.allocUnsafeSlow(Math.min(2 * bytes, MAX_KEPT_SCRATCH_BYTES));
    return kept;
}
function levelOf(compression, type) {
    if (compression === 'off' || (compression === 'trees' && type !== 'tree'))
        return null;
    return LEVELS[compression];
}
/**
 * The plain blob: its MAC, its size and its hash are verified.
 * @throws HoldfastError repository-damaged.
 */
function openBlob(key, sealed, expected) {
    refuse(sealed, expected);
    const plain = Buffer.allocUnsafeSlow(Math.max(plainLengthOf(sealed.length, expected), 0));
    openBlobInto(key, { sealed, expected }, plain);
    return plain;
}
/** As `openBlob`, of a blob whose content nobody asks for. */
function verifyBlob(key, sealed, expected) {
    refuse(sealed, expected);
    const plainLength = Math.max(plainLengthOf(sealed.length, expected), 0);
    openBlobInto(key, { sealed, expected }, scratch(plainLength).subarray(0, plainLength));
}
/** As `openBlob`, written to `room`, which has just as many bytes as the plain blob is said to have. */
function openBlobInto(key, blob, room) {
    unsealBlobInto(key, blob, room);
    const id = idOf(room);
    if (id !== blob.expected.id)
        throw damaged(blob.expected.id, `its SHA-256 is ${id}, expected its ID`);
}
/** As `openBlobInto`, for who looks later whether what became of it has the hash that is the blob's ID: only MAC and size are verified. */
function unsealBlobInto(key, { sealed, expected }, room) {
    const what = `blob ${expected.id}`;
    refuse(sealed, expected);
    const opened = seal_open(key, sealed, what);
    if (expected.plainLength === null)
        room.set(opened);
    const plainLength = expected.plainLength === null ? opened.length : decompressInto(opened, room, what);
    freeNow(opened);
    if (plainLength !== room.length) {
        throw damaged(expected.id, `${plainLength} plain bytes, expected ${room.length}`);
    }
}
function refuse(sealed, { id, plainLength }) {
    refuseGiant(`blob ${id}`, { length: sealed.length, plainLength });
}
function damaged(id, problem) {
    return new errors_HoldfastError('repository-damaged', `Cannot read blob ${id}: ${problem}. Run \`holdfast check --read-data\` to see what else is damaged.`);
}

;// CONCATENATED MODULE: ./build/repository/blob-tables.js

// What threads tell one another of the blobs of a batch stands in a table at the beginning of its slab: to clone an
// object for each would take longer than to seal a small blob. A message says that the table was written; until the answer
// comes only the other thread writes to it.
/** Blobs of a batch at most. */
const MAX_BATCH_BLOBS = 128;
const ROW_WORDS = 16;
/** The blobs themselves lie behind it. */
const TABLE_BYTES = MAX_BATCH_BLOBS * ROW_WORDS * Uint32Array.BYTES_PER_ELEMENT;
/** Words of a row. The last eight are an ID. */
const OFFSET = 0;
const LENGTH = 1;
/** Of a blob to save: the bytes that it may take from its offset on. Of one to open: the offset of its plain bytes. */
const ROOM = 2;
const IS_WANTED = 3;
const IS_COMPRESSED = 4;
/** As stored, of a blob to save; plain, of one to open. */
const RESULT_LENGTH = 5;
const ID_WORD = 8;
class Table {
    words;
    #bytes;
    constructor({ buffer, byteOffset }) {
        this.words = new Uint32Array(buffer, byteOffset, TABLE_BYTES / Uint32Array.BYTES_PER_ELEMENT);
        this.#bytes = Buffer.from(buffer, byteOffset, TABLE_BYTES);
    }
    word(row, word) {
        return this.words[row * ROW_WORDS + word];
    }
    setWord(row, word, value) {
        this.words[row * ROW_WORDS + word] = value;
    }
    id(row) {
        const start = idOffset(row);
        return this.#bytes.toString('hex', start, start + ID_BYTES);
    }
    setId(row, id) {
        this.#bytes.write(id, idOffset(row), 'hex');
    }
}
function idOffset(row) {
    return (row * ROW_WORDS + ID_WORD) * Uint32Array.BYTES_PER_ELEMENT;
}
/** Of blobs to save: where they lie; their IDs, by the thread; which are wanted; what became of those, by the thread. */
class SaveTable extends Table {
    put(row, { offset, length, room }) {
        this.setWord(row, OFFSET, offset);
        this.setWord(row, LENGTH, length);
        this.setWord(row, ROOM, room);
        this.setWord(row, IS_WANTED, 0);
    }
    span(row) {
        return { offset: this.word(row, OFFSET), length: this.word(row, LENGTH), room: this.word(row, ROOM) };
    }
    want(row) {
        this.setWord(row, IS_WANTED, 1);
    }
    isWanted(row) {
        return this.word(row, IS_WANTED) === 1;
    }
    putSealed(row, { length, compressed }) {
        this.setWord(row, RESULT_LENGTH, length);
        this.setWord(row, IS_COMPRESSED, compressed ? 1 : 0);
    }
    sealed(row) {
        return { length: this.word(row, RESULT_LENGTH), compressed: this.word(row, IS_COMPRESSED) === 1 };
    }
}
/** Of blobs to open: where they lie, and what is expected of them. */
class OpenTable extends Table {
    put(row, { offset, length, expected, plainOffset }) {
        const { id, plainLength } = expected;
        this.setWord(row, OFFSET, offset);
        this.setWord(row, LENGTH, length);
        this.setWord(row, ROOM, plainOffset);
        this.setWord(row, IS_COMPRESSED, plainLength === null ? 0 : 1);
        this.setWord(row, RESULT_LENGTH, plainLength ?? 0);
        this.setId(row, id);
    }
    span(row) {
        const plainLength = this.word(row, IS_COMPRESSED) === 0 ? null : this.word(row, RESULT_LENGTH);
        return {
            offset: this.word(row, OFFSET),
            length: this.word(row, LENGTH),
            plainOffset: this.word(row, ROOM),
            expected: { id: this.id(row), plainLength },
        };
    }
}

;// CONCATENATED MODULE: ./build/repository/blob-worker-messages.js

function toWire(error) {
    const { message, stack = '' } = error instanceof Error ? error : new Error(String(error));
    return { code: error instanceof errors_HoldfastError ? error.code : null, message, stack };
}
function fromWire({ code, message, stack }) {
    const cause = new Error(message);
    cause.stack = stack;
    if (code !== null)
        return new HoldfastError(code, message, { cause });
    return new HoldfastError('internal', `Cannot process a blob in a worker thread: ${message}`, { cause });
}

;// CONCATENATED MODULE: ./build/repository/check-finding.js
function error(code, message, pack) {
    return { severity: 'error', code, message, ...(pack === undefined ? {} : { pack }) };
}
function warning(code, message) {
    return { severity: 'warning', code, message };
}
function hint(code, message) {
    return { severity: 'hint', code, message };
}
/** What errors of damage end with, for everybody but the check itself. */
const ADVICE_TO_CHECK = / (?:Run )?[`"](?:holdfast )?check[^`"]*[`"] (?:tells|to see) what else is damaged\.$/;
/** The message of what was caught while something was read. Only faults of the repository are findings. */
function reasonOf(caught) {
    return caught instanceof Error ? caught.message.replace(ADVICE_TO_CHECK, '') : String(caught);
}

;// CONCATENATED MODULE: ./build/backends/backend.js

/**
 * What is loaded to a file's end has no more bytes: twice the largest index. Whoever can write to the storage can leave
 * files of any size there, and needs no password for it.
 */
const MAX_WHOLE_BYTES = (/* unused pure expression or super */ null && (256 * 1024 * 1024));
/** The error for a file that has more. */
function tooLargeToLoad(file, location, sizeBytes) {
    return new HoldfastError('repository-damaged', `Cannot read ${describeFile(file)} in "${location}": it has ${sizeBytes} bytes, expected at most ${MAX_WHOLE_BYTES}. ` +
        "It isn't what its name says; if you didn't put it there, find out who did, then remove it.");
}
/** The cause when a file isn't there. */
class MissingFileError extends Error {
    name = 'MissingFileError';
}
/** The cause when a file ends before the range that was asked for. */
class ShortFileError extends Error {
    name = 'ShortFileError';
}
/** The cause when a fault may pass by itself (a busy disk, a lost connection), so that trying again makes sense. */
class PassingFaultError extends (/* unused pure expression or super */ null && (Error)) {
    name = 'PassingFaultError';
}
/**
 * The cause when the storage is there, but its medium does not give back what this one file holds (a bad sector, say).
 * To those who read, the file is damaged.
 */
class ReadFaultError extends Error {
    name = 'ReadFaultError';
}
function isMissing(error) {
    return hasCause(error, (cause) => cause instanceof MissingFileError);
}
function isShort(error) {
    return hasCause(error, (cause) => cause instanceof ShortFileError);
}
function isPassing(error) {
    return hasCause(error, (cause) => cause instanceof PassingFaultError);
}
function isReadFault(error) {
    return hasCause(error, (cause) => cause instanceof ReadFaultError);
}
function hasCause(error, matches) {
    for (let e = error; e instanceof Error; e = e.cause) {
        if (matches(e))
            return true;
    }
    return false;
}
/** `file` for messages: `pack 1f0c…`, `config`. */
function describeFile(file) {
    return file.kind === 'config' ? 'config' : `${file.kind} ${file.name}`;
}

;// CONCATENATED MODULE: ./build/repository/damage.js


/** Whether what the repository holds is wrong or lost, as opposed to a backend that doesn't answer. */
function isDamage(error) {
    return isGone(error) || asHoldfastError(error)?.code === 'repository-damaged';
}
/** Whether the storage itself says that it hasn't got the bytes. */
function isGone(error) {
    return isMissing(error) || isShort(error) || isReadFault(error);
}
/** As `isDamage`, or of a kind that we don't know. */
function isUnreadable(error) {
    return isDamage(error) || asHoldfastError(error)?.code === 'repository-unsupported';
}

;// CONCATENATED MODULE: ./build/repository/format/fault.js


/** What a decoder throws inside: `decoding` adds what was read and makes a HoldfastError of it. */
class fault_FormatFault extends Error {
    name = 'FormatFault';
    code;
    /** `found` and `expected` are for a person; `found` is already safe to show. */
    constructor(found, expected, code = 'repository-damaged') {
        super(`${found}, expected ${expected}`);
        this.code = code;
    }
}
/**
 * What `decode` returns. Whatever it throws on hostile input becomes a HoldfastError that names `what`:
 * repository-damaged, or the code that a FormatFault says.
 */
function decoding(what, decode) {
    try {
        return decode();
    }
    catch (error) {
        if (error instanceof errors_HoldfastError)
            throw error;
        const fault = error instanceof fault_FormatFault
            ? error
            : // JSON.parse (SyntaxError), too long for a string, too deep: all of them are the input's doing.
                new fault_FormatFault(reason(error), 'JSON', 'repository-damaged');
        const advice = ADVICE[fault.code] ?? '';
        throw new errors_HoldfastError(fault.code, `Cannot read ${what}: ${fault.message}.${advice}`, { cause: error });
    }
}
const ADVICE = {
    'repository-damaged': ' Run "holdfast check" to see what else is damaged.',
    'repository-unsupported': ' A newer Holdfast, or restic, may know it.',
};
function reason(error) {
    return shorten(error instanceof Error ? error.message : String(error));
}
const SHOWN_CHARACTERS = 80;
function shorten(text) {
    const start = displayText(text.slice(0, SHOWN_CHARACTERS));
    return text.length > SHOWN_CHARACTERS ? `${start}…` : start;
}
/** Any value that came from a repository, made short and safe for a message. */
function fault_shown(value) {
    if (value === undefined)
        return 'missing';
    if (Array.isArray(value))
        return 'an array';
    if (typeof value === 'object' && value !== null)
        return 'an object';
    return typeof value === 'string' ? `"${shorten(value)}"` : shorten(String(value));
}

;// CONCATENATED MODULE: ./build/repository/format/fields.js



// Values of decoded JSON as what the format says they are. As in Go, null and absent are the zero value where
// nothing else is said. All throw FormatFault, which names the field.
const fields_MAX_UINT32 = 2 ** 32 - 1;
const MAX_UINT64 = (/* unused pure expression or super */ null && (2n ** 64n - 1n));
/** Well-formed text: a lone surrogate becomes U+FFFD. */
function asText(value, field) {
    if (typeof value === 'string')
        return value.toWellFormed();
    if (isAbsent(value))
        return '';
    throw new FormatFault(`${field} is ${shown(value)}`, 'a string');
}
function asTexts(value, field) {
    return asArray(value, field).map((element) => asText(element, field));
}
function asFlag(value, field) {
    if (typeof value === 'boolean')
        return value;
    if (isAbsent(value))
        return false;
    throw new FormatFault(`${field} is ${shown(value)}`, 'true or false');
}
/** A whole number from 0 to `max` (−0 is 0). */
function asUint(value, field, max = Number.MAX_SAFE_INTEGER) {
    if (typeof value === 'number' && value >= 0 && value <= max && Number.isInteger(value))
        return Math.abs(value);
    if (isAbsent(value))
        return 0;
    throw new FormatFault(`${field} is ${shown(value)}`, `a whole number from 0 to ${max}`);
}
/** Nanoseconds since 1970; Go's zero time where it is absent (rustic leaves out the access time). */
function asTime(value, field) {
    if (isAbsent(value))
        return ZERO_TIME_NS;
    const ns = typeof value === 'string' ? parseTimeOrNull(value) : null;
    if (ns === null)
        throw new FormatFault(`${field} is ${shown(value)}`, 'a time (RFC 3339)');
    return ns;
}
/** Bytes in base64 with padding. */
function asBytes(value, field) {
    if (isAbsent(value))
        return Buffer.alloc(0);
    const bytes = typeof value === 'string' ? Buffer.from(value, 'base64') : null;
    if (bytes === null || bytes.toString('base64') !== value) {
        throw new FormatFault(`${field} is ${shown(value)}`, 'base64');
    }
    return bytes;
}
function asId(value, field) {
    if (typeof value === 'string' && isId(value))
        return value;
    throw new FormatFault(`${field} is ${shown(value)}`, 'an ID of 64 hex digits');
}
function asIdOrNull(value, field) {
    return isAbsent(value) ? null : asId(value, field);
}
function asArray(value, field) {
    if (Array.isArray(value))
        return value;
    if (isAbsent(value))
        return [];
    throw new FormatFault(`${field} is ${shown(value)}`, 'an array');
}
function isAbsent(value) {
    return value === undefined || value === null;
}

;// CONCATENATED MODULE: ./build/repository/format/pack-header.js





// A pack: sealed blobs without gaps ‖ sealed header ‖ length of the sealed header. Header entry: type (1 byte) ‖
// stored length ‖ plain length (compressed blobs only) ‖ SHA-256 of the plain blob. Numbers are uint32, little-endian.
const DATA = 0;
const TREE = 1;
/** Added to the type of a compressed blob. */
const COMPRESSED = 2;
const LENGTH_BYTES = 4;
const PLAIN_ENTRY_BYTES = 1 + LENGTH_BYTES + ID_BYTES;
const COMPRESSED_ENTRY_BYTES = PLAIN_ENTRY_BYTES + LENGTH_BYTES;
/** Of the number at the end of a pack. */
const HEADER_LENGTH_BYTES = LENGTH_BYTES;
/** The largest sealed header that restic reads. */
const MAX_SEALED_HEADER_BYTES = 16 * 1024 * 1024;
/** Blobs of a pack, if all of them are compressed. */
const MAX_PACK_BLOBS = Math.floor((MAX_SEALED_HEADER_BYTES - seal_SEAL_OVERHEAD_BYTES) / COMPRESSED_ENTRY_BYTES);
/** Bytes of a pack that holds exactly `blobs`: its body, sealed header and length. */
function packSizeBytes(blobs) {
    let size = seal_SEAL_OVERHEAD_BYTES + HEADER_LENGTH_BYTES;
    for (const blob of blobs)
        size += blob.length + entryBytes(blob);
    return size;
}
/** Bytes of the entry that `blob` has in its pack's header. */
function entryBytes(blob) {
    return blob.plainLength === null ? PLAIN_ENTRY_BYTES : COMPRESSED_ENTRY_BYTES;
}
/**
 * The header, not yet sealed, of a pack whose body is `blobs` in this order.
 * @throws HoldfastError internal if there is a gap or an overlap, or too many blobs for restic to read.
 */
function encodePackHeader(blobs) {
    let headerBytes = 0;
    let offset = 0;
    for (const blob of blobs) {
        if (blob.offset !== offset)
            throw unwritable(`blob ${blob.id} is at ${blob.offset}, expected ${offset}`);
        offset += blob.length;
        headerBytes += entryBytes(blob);
    }
    if (blobs.length === 0 || headerBytes + SEAL_OVERHEAD_BYTES > MAX_SEALED_HEADER_BYTES) {
        throw unwritable(`it has ${blobs.length} blobs, expected 1 to ${MAX_PACK_BLOBS}`);
    }
    if (offset > MAX_UINT32)
        throw unwritable(`its body has ${offset} bytes, expected at most ${MAX_UINT32}`);
    const header = Buffer.alloc(headerBytes);
    let at = 0;
    for (const blob of blobs)
        at = writeEntry(header, at, blob);
    return header;
}
/**
 * The blobs of a pack by its opened header, in the order of its body.
 * @throws HoldfastError repository-damaged; repository-unsupported for an unknown type of blob.
 */
function decodePackHeader(header, what = "a pack's header") {
    return decoding(what, () => {
        const bytes = Buffer.from(header.buffer, header.byteOffset, header.byteLength);
        const blobs = [];
        let offset = 0;
        for (let at = 0; at < bytes.length;) {
            const blob = readEntry(bytes, at, offset);
            at += entryBytes(blob);
            offset += blob.length;
            if (offset > fields_MAX_UINT32)
                throw new fault_FormatFault(`its blobs end at ${offset}`, `at most ${fields_MAX_UINT32}`);
            blobs.push(blob);
        }
        if (blobs.length === 0)
            throw new fault_FormatFault('it is empty', 'at least one blob');
        return blobs;
    });
}
/** The last bytes of a pack. */
function encodeHeaderLength(sealedHeaderBytes) {
    const bytes = Buffer.alloc(HEADER_LENGTH_BYTES);
    bytes.writeUInt32LE(sealedHeaderBytes);
    return bytes;
}
/**
 * How long the sealed header before the last four bytes of a pack is.
 * @param end the last bytes of the pack, four or more; `packBytes` is the size of all of it.
 * @throws HoldfastError repository-damaged if no header of that length can be there.
 */
function decodeHeaderLength(end, packBytes, what = 'a pack') {
    return decoding(what, () => {
        const smallest = seal_SEAL_OVERHEAD_BYTES + PLAIN_ENTRY_BYTES;
        if (end.length < HEADER_LENGTH_BYTES || packBytes < smallest + HEADER_LENGTH_BYTES) {
            throw new fault_FormatFault(`it has ${packBytes} bytes`, `at least ${smallest + HEADER_LENGTH_BYTES}`);
        }
        const length = Buffer.from(end.buffer, end.byteOffset, end.byteLength).readUInt32LE(end.length - 4);
        const largest = Math.min(packBytes - HEADER_LENGTH_BYTES, MAX_SEALED_HEADER_BYTES);
        if (length < smallest || length > largest) {
            throw new fault_FormatFault(`its header's length is ${length}`, `${smallest} to ${largest}`);
        }
        return length;
    });
}
function writeEntry(header, start, blob) {
    const type = blob.type === 'data' ? DATA : TREE;
    let at = header.writeUInt8(blob.plainLength === null ? type : type + COMPRESSED, start);
    at = header.writeUInt32LE(blob.length, at);
    if (blob.plainLength !== null)
        at = header.writeUInt32LE(blob.plainLength, at);
    return at + header.write(blob.id, at, 'hex');
}
function readEntry(header, start, offset) {
    const typeByte = header.readUInt8(start);
    const compressed = typeByte >= COMPRESSED;
    const end = start + (compressed ? COMPRESSED_ENTRY_BYTES : PLAIN_ENTRY_BYTES);
    const where = `the entry at byte ${start}`;
    if (typeByte > TREE + COMPRESSED) {
        throw new fault_FormatFault(`${where} has the type ${typeByte}`, '0 to 3', 'repository-unsupported');
    }
    if (end > header.length)
        throw new fault_FormatFault(`${where} is cut off`, `${end - start} bytes`);
    const type = (typeByte & 1) === DATA ? 'data' : 'tree';
    const length = header.readUInt32LE(start + 1);
    const plainLength = compressed ? header.readUInt32LE(start + 1 + LENGTH_BYTES) : null;
    if (length < seal_SEAL_OVERHEAD_BYTES) {
        throw new fault_FormatFault(`${where} has the length ${length}`, `at least ${seal_SEAL_OVERHEAD_BYTES}`);
    }
    if (plainLength === 0)
        throw new fault_FormatFault(`${where} is compressed and empty`, 'an empty blob as it is');
    return { type, id: header.toString('hex', end - ID_BYTES, end), offset, length, plainLength };
}
function unwritable(problem) {
    return new HoldfastError('internal', `Cannot write a pack: ${problem}.`);
}

;// CONCATENATED MODULE: ./build/repository/pack-end.js



/** Loaded at once from the end of a pack: the header of one with 1,500 blobs. */
const FIRST_TAIL_BYTES = 64 * 1024;
/**
 * The blobs of a pack by its own header, which is verified, and which must account for every byte of the file.
 * @throws HoldfastError repository-damaged, repository-unsupported; what `load` throws.
 */
async function readPackEnd(pack, key) {
    const { id, sizeBytes } = pack;
    const tailBytes = Math.min(sizeBytes, FIRST_TAIL_BYTES);
    const tail = await pack.load({ offset: sizeBytes - tailBytes, length: tailBytes });
    const headerBytes = decodeHeaderLength(tail, sizeBytes, `pack ${id}`);
    const endBytes = headerBytes + HEADER_LENGTH_BYTES;
    const end = endBytes <= tailBytes
        ? tail.subarray(tailBytes - endBytes)
        : await pack.load({ offset: sizeBytes - endBytes, length: endBytes });
    const what = `the header of pack ${id}`;
    const blobs = decodePackHeader(seal_open(key, end.subarray(0, headerBytes), what), what);
    const expectedBytes = packSizeBytes(blobs);
    if (expectedBytes === sizeBytes)
        return blobs;
    throw new errors_HoldfastError('repository-damaged', `Cannot read pack ${id}: it has ${sizeBytes} bytes, expected ${expectedBytes} by its header.`);
}

;// CONCATENATED MODULE: ./build/repository/check-pack.js





/** Of a larger pack no more than this is in memory. */
const PIECE_BYTES = 32 * 1024 * 1024;
/**
 * What is wrong with a pack, a sentence each: its hash, its header against the index, and each blob.
 * @throws what isn't damage.
 */
async function checkPack(pack, source, key) {
    const problems = [];
    try {
        const actual = await hashOf(pack, source);
        if (actual !== pack.id)
            problems.push(`its ${pack.sizeBytes} bytes have the hash ${actual}: it was altered.`);
        const header = await readPackEnd({ ...pack, load: source.load }, key);
        if (!isSameList(header, pack.indexed))
            problems.push('its header names other blobs than the index does.');
        for (const blob of pack.indexed) {
            const problem = await openingFault(blob, source);
            if (problem !== null)
                problems.push(problem);
        }
    }
    catch (caught) {
        if (!isUnreadable(caught))
            throw caught;
        problems.push(reasonOf(caught));
    }
    return problems;
}
/** As `checkPack`, of one whose `bytes` are there. Blocks the thread, some 10 ms a MiB. */
function checkWholePack(pack, bytes, key) {
    const load = async ({ offset, length }) => bytes.subarray(offset, offset + length);
    return checkPack(pack, { load, open: (sealed, expected) => verifyBlob(key, sealed, expected) }, key);
}
async function hashOf({ sizeBytes }, { load }) {
    const hash = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    for (let offset = 0; offset < sizeBytes; offset += PIECE_BYTES) {
        hash.update(await load({ offset, length: Math.min(PIECE_BYTES, sizeBytes - offset) }));
    }
    return hash.digest('hex');
}
async function openingFault({ id, offset, length, plainLength }, { load, open }) {
    try {
        refuseGiant(`blob ${id}`, { length, plainLength });
        await open(await load({ offset, length }), { id, plainLength });
        return null;
    }
    catch (caught) {
        if (!isUnreadable(caught))
            throw caught;
        return reasonOf(caught);
    }
}
function isSameList(header, indexed) {
    return header.length === indexed.length && header.every((blob, i) => isSameBlob(blob, indexed[i]));
}
function isSameBlob(blob, other) {
    return (blob.id === other?.id &&
        blob.type === other.type &&
        blob.offset === other.offset &&
        blob.length === other.length &&
        blob.plainLength === other.plainLength);
}

;// CONCATENATED MODULE: ./build/repository/compare-file.js



/** Nobody waits for a fifo's other end, nor goes where a symlink leads. */
const FLAGS = external_node_fs_namespaceObject.constants.O_RDONLY | external_node_fs_namespaceObject.constants.O_NOFOLLOW | external_node_fs_namespaceObject.constants.O_NONBLOCK;
/** Read and hashed at once: small enough to stay in the processor's cache. */
const compare_file_PIECE_BYTES = 256 * 1024;
/** This thread's. */
const room = Buffer.allocUnsafeSlow(compare_file_PIECE_BYTES);
/**
 * What is wrong with a file of this machine that lies in `folder`, ready to show; null: nothing. All of it is read, once: each
 * part is compared with the SHA-256 that its blob is named by. Blocks the thread, half a millisecond a MiB.
 */
function faultOfFile(folder, { path, blobs }) {
    try {
        const file = (0,external_node_fs_namespaceObject.openSync)(Buffer.from(`${folder}/${path}`, 'latin1'), FLAGS);
        try {
            const isSame = blobs.every(({ id, sizeBytes }) => hashOfNext(file, sizeBytes) === id);
            return isSame && (0,external_node_fs_namespaceObject.readSync)(file, room, 0, 1, null) === 0 ? null : 'its content differs';
        }
        finally {
            (0,external_node_fs_namespaceObject.closeSync)(file);
        }
    }
    catch (error) {
        return `it can't be read: ${systemErrorText(error)}`;
    }
}
/** The SHA-256 of the next bytes of a file, in hex; null if it ends before. */
function hashOfNext(file, sizeBytes) {
    if (sizeBytes <= compare_file_PIECE_BYTES)
        return fillRoom(file, sizeBytes) ? (0,external_node_crypto_namespaceObject.hash)('sha256', room.subarray(0, sizeBytes)) : null;
    const whole = (0,external_node_crypto_namespaceObject.createHash)('sha256');
    for (let left = sizeBytes; left > 0;) {
        const length = Math.min(left, compare_file_PIECE_BYTES);
        if (!fillRoom(file, length))
            return null;
        whole.update(room.subarray(0, length));
        left -= length;
    }
    return whole.digest('hex');
}
/** Reads `length` bytes to the beginning of the room; false if there aren't so many. */
function fillRoom(file, length) {
    for (let filled = 0; filled < length;) {
        const read = (0,external_node_fs_namespaceObject.readSync)(file, room, filled, length - filled, null);
        if (read === 0)
            return false;
        filled += read;
    }
    return true;
}

;// CONCATENATED MODULE: ./build/repository/blob-worker.js
// Entry of a worker thread: hashes, compresses, seals, opens, writes. Started by blob-thread.ts; bundled by itself.









const { compression, ...keyBytes } = external_node_worker_threads_namespaceObject.workerData;
const key = {
    encrypt: Buffer.from(keyBytes.encrypt),
    macK: Buffer.from(keyBytes.macK),
    macR: Buffer.from(keyBytes.macR),
};
/** Hashed batches whose answer hasn't come yet. */
const waiting = new Map();
external_node_worker_threads_namespaceObject.parentPort?.on('message', async (request) => {
    external_node_worker_threads_namespaceObject.parentPort?.postMessage(await answer(request));
});
async function answer(request) {
    try {
        return await carryOut(request);
    }
    catch (error) {
        waiting.delete(request.batch);
        return { kind: 'failed', batch: request.batch, error: toWire(error) };
    }
}
function carryOut(request) {
    switch (request.kind) {
        case 'hash':
            return hash(request);
        case 'seal':
            return blob_worker_seal(request);
        case 'open':
            return blob_worker_open(request);
        case 'verify':
            return verify(request);
        case 'check':
            return check(request);
        case 'compare':
            return compare(request);
        case 'write':
            return write(request);
    }
}
function hash(request) {
    const { batch, slab, count } = request;
    waiting.set(batch, request);
    const table = new SaveTable(slab);
    for (let row = 0; row < count; row++)
        table.setId(row, idOf(bytesOf(slab, table.span(row))));
    return { kind: 'hashed', batch };
}
function blob_worker_seal({ batch }) {
    const hashed = waiting.get(batch);
    waiting.delete(batch);
    if (hashed === undefined)
        throw new Error(`batch ${batch} was never hashed`);
    const { slab, count, type } = hashed;
    const table = new SaveTable(slab);
    for (let row = 0; row < count; row++) {
        if (!table.isWanted(row))
            continue;
        const span = table.span(row);
        const room = bytesOf(slab, { offset: span.offset, length: span.room });
        table.putSealed(row, sealBlobInto(key, { compression, type, plain: bytesOf(slab, span) }, room));
    }
    return { kind: 'sealed', batch };
}
function blob_worker_open({ batch, slab, count }) {
    return { kind: 'opened', batch, failures: openAll(slab, count, openBlobInto) };
}
/** Opens each blob of the table in its place, and tells of those that can't be. */
function openAll(slab, count, openInto) {
    const table = new OpenTable(slab);
    const failures = [];
    for (let row = 0; row < count; row++) {
        const { plainOffset, expected, ...span } = table.span(row);
        const room = { offset: plainOffset, length: Math.max(plainLengthOf(span.length, expected), 0) };
        try {
            openInto(key, { sealed: bytesOf(slab, span), expected }, bytesOf(slab, room));
        }
        catch (error) {
            failures.push({ row, error: toWire(error) });
        }
    }
    return failures;
}
function verify({ batch, slab, blobs }) {
    const failures = [];
    for (const [row, blob] of blobs.entries()) {
        try {
            verifyBlob(key, bytesOf(slab, blob), blob.expected);
        }
        catch (error) {
            failures.push({ row, error: toWire(error) });
        }
    }
    return { kind: 'verified', batch, failures };
}
async function check({ batch, slab, pack }) {
    const bytes = bytesOf(slab, { offset: 0, length: pack.sizeBytes });
    return { kind: 'checked', batch, problems: await checkWholePack(pack, bytes, key) };
}
function compare({ batch, folder, files }) {
    return { kind: 'compared', batch, faults: files.map((file) => faultOfFile(folder, file)) };
}
function write({ batch, slab, count, span, descriptor, isReadAgain }) {
    const failedRows = openAll(slab, count, isReadAgain ? unsealBlobInto : openBlobInto).map(({ row }) => row);
    const wasTaken = failedRows.length === 0 && writeAll(descriptor, bytesOf(slab, span));
    return { kind: 'written', batch, failedRows, wasTaken };
}
/** Waits for who reads. False: nobody does any more. */
function writeAll(descriptor, bytes) {
    try {
        for (let done = 0; done < bytes.length;)
            done += (0,external_node_fs_namespaceObject.writeSync)(descriptor, bytes, done);
        return true;
    }
    catch (error) {
        if (systemCode(error) === 'EPIPE')
            return false;
        throw error;
    }
}
function bytesOf({ buffer, byteOffset }, { offset, length }) {
    return Buffer.from(buffer, byteOffset + offset, length);
}

