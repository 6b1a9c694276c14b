export const id = 7411;
export const ids = [7411];
export const modules = {

/***/ 84649:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Dx: () => (/* binding */ refusePlainInPublic),
/* harmony export */   RI: () => (/* binding */ shownLocation),
/* harmony export */   aB: () => (/* binding */ openArchives)
/* harmony export */ });
/* harmony import */ var _backends_location_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68713);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(19473);
/* harmony import */ var _github_inputs_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52325);
/* harmony import */ var _github_secrets_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(45907);




/** `artifact:`, of this run or GitHub repository; `artifact:OWNER/NAME`, of another. */
const ARTIFACTS = 'artifact:';
const REPOSITORY_NAME = /^([\w.-]+)\/([\w.-]+)$/;
/** For people; null where something secret may stand in it. */
function shownLocation(location) {
    return (0,_backends_location_js__WEBPACK_IMPORTED_MODULE_0__/* .holdsCredentials */ .Hn)(location) ? null : location;
}
async function openArchives({ location, s3, retentionDays = null }, { reporter }) {
    if (location.startsWith(ARTIFACTS))
        return await openArtifacts(location, retentionDays);
    const { openArchiveStore } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 2663));
    return openArchiveStore(location, {
        ...s3,
        caFile: process.env['RESTIC_CACERT'] || undefined,
        onRetry: (message) => reporter.onInfo(message),
    });
}
/** @throws HoldfastError bad-input where everybody could download what nobody needs a key for. */
async function refusePlainInPublic(location, sealing, signal) {
    if (!location.startsWith(ARTIFACTS))
        return;
    const { refusePlainArtifact } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 28520));
    await refusePlainArtifact({ isEncrypted: sealing.kind !== 'none' }, tokenInput(), signal);
}
async function openArtifacts(location, retentionDays) {
    const options = { source: sourceOf(location), retentionDays };
    const { openArtifactStore } = await Promise.resolve(/* import() eager */).then(__webpack_require__.bind(__webpack_require__, 4405));
    return openArtifactStore(options);
}
/** @throws HoldfastError bad-input. */
function sourceOf(location) {
    const named = location.slice(ARTIFACTS.length);
    const token = tokenInput();
    if (named === '' && token === null)
        return null;
    const [, owner, repository] = REPOSITORY_NAME.exec(named || (process.env['GITHUB_REPOSITORY'] ?? '')) ?? [];
    if (owner === undefined || repository === undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use artifacts of ${JSON.stringify(named)}: expected \`artifact:\`, or \`artifact:OWNER/NAME\` for another GitHub repository.`);
    }
    if (token !== null)
        return { owner, repository, token };
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_1__/* .HoldfastError */ .E('bad-input', `Cannot use artifacts of ${owner}/${repository}: the input \`artifact-token\` is missing. Give a token that has \`actions: read\` there.`);
}
function tokenInput() {
    const token = (0,_github_inputs_js__WEBPACK_IMPORTED_MODULE_2__/* .textInput */ ._Z)('artifact-token');
    if (token !== null)
        (0,_github_secrets_js__WEBPACK_IMPORTED_MODULE_3__/* .mask */ .dK)(token);
    return token;
}


/***/ }),

/***/ 22465:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  eY: () => (/* binding */ readRoleArn),
  vY: () => (/* binding */ readStorageInputs),
  IJ: () => (/* binding */ roleFor)
});

// EXTERNAL MODULE: ./build/backends/storage-flags.js
var storage_flags = __webpack_require__(6595);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./node_modules/@actions/core/lib/core.js + 14 modules
var core = __webpack_require__(96421);
// EXTERNAL MODULE: ./build/github/log.js
var log = __webpack_require__(30284);
;// CONCATENATED MODULE: ./build/github/id-token.js



/**
 * A fresh token in which GitHub says what job this is, for one who trusts it (`audience`). Good for some minutes; masked.
 * @throws HoldfastError no-permission when the job may have none; backend-failed when GitHub gives none.
 */
async function idToken(audience) {
    if (!process.env['ACTIONS_ID_TOKEN_REQUEST_URL'] || !process.env['ACTIONS_ID_TOKEN_REQUEST_TOKEN']) {
        throw new errors/* HoldfastError */.E('no-permission', 'Cannot ask GitHub for the token that `aws-role` needs: this job has no right to one, expected ' +
            '`permissions: id-token: write` in the workflow. (Pull requests from forks never get it.)');
    }
    try {
        return await core/* getIDToken */.V9(audience);
    }
    catch (cause) {
        const reason = (0,log/* withoutCommands */.Df)(cause instanceof Error ? cause.message : String(cause));
        throw new errors/* HoldfastError */.E('backend-failed', `Cannot get GitHub’s token for ${JSON.stringify(audience)}: ${reason}. Run the job again.`, { cause });
    }
}

// EXTERNAL MODULE: ./build/github/inputs.js
var inputs = __webpack_require__(52325);
// EXTERNAL MODULE: ./build/github/secrets.js
var secrets = __webpack_require__(45907);
;// CONCATENATED MODULE: ./build/actions/storage-inputs.js





/** Who the tokens of GitHub's for AWS are for. */
const AUDIENCE = 'sts.amazonaws.com';
/** What AWS takes for the name of a session. */
const SESSION_NAME = /^[\w+=,.@-]{2,64}$/;
/** How the repository's storage is reached, from the inputs that every action has for it. Secrets are masked. @throws HoldfastError bad-input. */
function readStorageInputs() {
    const options = (0,storage_flags/* parseStorageOptions */.z)((0,inputs/* listInput */.dt)('storage-options'), 'the input `storage-options`');
    const region = (0,inputs/* textInput */._Z)('aws-region');
    if (region !== null && options.region !== undefined && options.region !== region) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use both the input `aws-region` and `s3.region` of `storage-options`: they differ, expected one of them.');
    }
    const objectLock = (0,storage_flags/* parseObjectLock */.c)({ mode: (0,inputs/* textInput */._Z)('object-lock'), days: (0,inputs/* textInput */._Z)('object-lock-days') }, { mode: 'the input `object-lock`', days: 'the input `object-lock-days`' });
    return {
        ...options,
        ...(region === null ? {} : { region }),
        credentials: readCredentials(region ?? undefined),
        objectLock,
    };
}
/** Undefined: by AWS's own chain. */
function readCredentials(region) {
    const ways = [readKeys(), readProfile(), readRole(region)].filter((way) => way !== undefined);
    if (ways.length <= 1)
        return ways[0];
    throw new errors/* HoldfastError */.E('bad-input', 'Cannot use several of the inputs `aws-access-key-id`, `aws-profile` and `aws-role`: expected one of them.');
}
function readKeys() {
    const accessKeyId = (0,inputs/* textInput */._Z)('aws-access-key-id');
    const secretAccessKey = (0,inputs/* textInput */._Z)('aws-secret-access-key');
    const sessionToken = (0,inputs/* textInput */._Z)('aws-session-token');
    for (const secret of [secretAccessKey, sessionToken])
        (0,secrets/* mask */.dK)(secret ?? '');
    if (accessKeyId !== null && secretAccessKey !== null) {
        return {
            kind: 'keys',
            accessKeyId,
            secretAccessKey,
            ...(sessionToken === null ? {} : { sessionToken }),
        };
    }
    if (accessKeyId === null && secretAccessKey === null && sessionToken === null)
        return undefined;
    throw new errors/* HoldfastError */.E('bad-input', 'Cannot use only a part of a key: expected both the inputs `aws-access-key-id` and `aws-secret-access-key`. ' +
        '(Secrets are empty in pull requests from forks.)');
}
function readProfile() {
    const name = (0,inputs/* textInput */._Z)('aws-profile');
    return name === null ? undefined : { kind: 'profile', name };
}
function readRole(region) {
    const arn = readRoleArn((0,inputs/* textInput */._Z)('aws-role'), 'aws-role');
    const name = (0,inputs/* textInput */._Z)('aws-role-session-name');
    if (arn === null) {
        if (name === null)
            return undefined;
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot use the input `aws-role-session-name` alone: expected `aws-role` with it.');
    }
    if (name !== null && !SESSION_NAME.test(name)) {
        throw (0,inputs/* badInput */.AN)('aws-role-session-name', name, '2 to 64 letters, digits and +=,.@-_');
    }
    return { ...roleFor(arn, region), ...(name === null ? {} : { sessionName: name }) };
}
/** @throws HoldfastError bad-input for what is no ARN of a role. */
function readRoleArn(text, input) {
    if (text === null || /^arn:[a-z-]+:iam::[^:\s]*:role\/\S+$/.test(text))
        return text;
    throw (0,inputs/* badInput */.AN)(input, text, 'a role’s ARN, such as `arn:aws:iam::123456789012:role/backup`');
}
/** A role to assume by GitHub's token, for as long as the job runs. */
function roleFor(arn, region) {
    return {
        kind: 'role',
        arn,
        sessionName: defaultSessionName(),
        region,
        token: () => idToken(AUDIENCE),
        onSecret: secrets/* mask */.dK,
    };
}
/** By it the storage's own log tells which run it was. */
function defaultSessionName() {
    const run = process.env['GITHUB_RUN_ID'] ?? '';
    return `holdfast-${/^\d{1,20}$/.test(run) ? run : 'run'}`;
}


/***/ }),

/***/ 68881:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   parseChoice: () => (/* binding */ parseChoice)
/* harmony export */ });
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/**
 * `text` if it is one of `choices`.
 * @param name Of the flag or input, for the message.
 * @throws HoldfastError bad-input.
 */
function parseChoice(text, name, choices) {
    const choice = choices.find((one) => one === text);
    if (choice !== undefined)
        return choice;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it is ${JSON.stringify(text)}, expected ${choices.join(', ')}.`);
}


/***/ }),

/***/ 64020:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ SNAPSHOT_FOLDER),
/* harmony export */   bZ: () => (/* binding */ EMPTY_SUBVOLUME_INODE),
/* harmony export */   gH: () => (/* binding */ BTRFS)
/* harmony export */ });
/* harmony import */ var _volume_kind_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(75816);

/** The number that a folder has in a snapshot where another subvolume stands in its origin (btrfs(5)). */
const EMPTY_SUBVOLUME_INODE = 2n;
/** What stands in a subvolume where a snapshot of ours is, or was when it was snapshotted itself. */
const SNAPSHOT_FOLDER = /^\.(kept-)?holdfast-.*-[0-9a-f]{12}$/;
/** Subvolumes of Btrfs. The snapshot stands in the subvolume itself, hidden by a point before its name. */
const BTRFS = {
    word: 'btrfs',
    refused: [],
    look: `[ "$fstype" = btrfs ] || { echo "$origin is $fstype, not Btrfs" >&2; exit 1; }
command -v btrfs >/dev/null || { echo 'there is no program btrfs' >&2; exit 1; }`,
    create: 'btrfs subvolume snapshot -r "$origin" "$origin/.$name" >&2',
    mount: 'mount --bind "$origin/.$name" "$at"',
    check: `[ "$(btrfs property get -ts "$origin/.$name" ro)" = ro=true ] || {
  echo "the snapshot $origin/.$name is gone, or somebody may have written to it" >&2
  exit 1
}`,
    unmount: 'umount "$at"',
    destroy: `[ -e "$origin/.$name" ] || exit 0
btrfs subvolume delete "$origin/.$name" >&2`,
    list: `${_volume_kind_js__WEBPACK_IMPORTED_MODULE_0__/* .OURS */ .o6}
for folder in "$origin/.holdfast-$target-"*; do
  found=\${folder##*/.}
  if ours "$found" && [ "$(stat -c %i "$folder")" = 256 ]; then echo "$found"; fi
done`,
};


/***/ }),

/***/ 75816:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Je: () => (/* binding */ RANDOM_DIGITS),
/* harmony export */   aN: () => (/* binding */ snapshotName),
/* harmony export */   o6: () => (/* binding */ OURS)
/* harmony export */ });
/** `NAME` of a snapshot of ours: nobody else's looks so. A kept one looks otherwise, so that it isn't taken for a leftover. */
function snapshotName(target, random, keep) {
    return `${keep ? 'kept-' : ''}holdfast-${target}-${random}`;
}
/** How many hex digits stand behind the target. */
const RANDOM_DIGITS = 12;
/** Shell: `ours NAME` is true for a snapshot's name that is of `target`, and of none whose name only begins so. */
const OURS = `
ours() {
  case $1 in "holdfast-$target-"*) set -- "\${1#"holdfast-$target-"}" ;; *) return 1 ;; esac
  [ \${#1} -eq ${RANDOM_DIGITS} ] || return 1
  case $1 in *[!0-9a-f]*) return 1 ;; esac
}
`;


/***/ }),

/***/ 1962:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  w: () => (/* binding */ parseVolume)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/files/volume/btrfs.js
var btrfs = __webpack_require__(64020);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/hosts/as-a-person.js
var as_a_person = __webpack_require__(37216);
// EXTERNAL MODULE: ./build/hosts/quote.js
var quote = __webpack_require__(28976);
;// CONCATENATED MODULE: ./build/files/volume/command-kind.js



const VARIABLES = `
export HOLDFAST_SNAPSHOT="$name" HOLDFAST_TARGET="$target" HOLDFAST_VOLUME="$origin" HOLDFAST_SOURCE="$source"
export HOLDFAST_MOUNT="$at" HOLDFAST_CREATED="$created"
`;
/** They find what they need in variables, `HOLDFAST_…`; nothing that we know is read as shell. */
function commandKind({ create, mount, unmount, destroy }) {
    const run = (command) => `${VARIABLES}(${as_a_person/* AS_A_PERSON */.T}; cd / && eval ${(0,quote/* quote */.h)((0,bytestring.fromText)(command))}) </dev/null`;
    return {
        word: 'command',
        refused: [],
        look: ':',
        create: run(create),
        mount: `${run(mount)} >&2`,
        check: ':',
        unmount: `${run(unmount)} >&2`,
        destroy: `${run(destroy)} >&2`,
        list: null,
    };
}

// EXTERNAL MODULE: ./build/files/volume/volume-kind.js
var volume_kind = __webpack_require__(75816);
;// CONCATENATED MODULE: ./build/files/volume/lvm.js



/** Of the volume itself. */
const LVM_DEFAULT_SIZE = '20%ORIGIN';
/** Sets `group`, `volume` and `segment` of the volume. */
const VOLUME = `
set -- $(lvs --noheadings --separator ' ' -o vg_name,lv_name,segtype "$source")
[ $# -ge 3 ] || { echo "$source is no logical volume" >&2; exit 1; }
group=$1 volume=$2 segment=$3
`;
/**
 * Logical volumes (lvm(8)). A snapshot of a thick one has room for so much change; if it overflows, it is void. That of a
 * thin one needs no size. It is writable, so that a filesystem that was in use can play its journal back.
 *
 * @param size `5G`, or `20%ORIGIN`; of a thin volume it counts for nothing.
 */
function lvmKind(size) {
    const room = size.includes('%') ? `--extents ${(0,quote/* quote */.h)((0,bytestring.fromText)(size))}` : `--size ${(0,quote/* quote */.h)((0,bytestring.fromText)(size))}`;
    return {
        word: 'lvm',
        refused: ['btrfs'],
        look: `command -v lvcreate >/dev/null || { echo 'there is no lvcreate' >&2; exit 1; }\n${VOLUME}`,
        create: `${VOLUME}
case $segment in
  thin) set -- --setactivationskip n ;;
  *) set -- ${room} ;;
esac
lvcreate --yes --snapshot --name "$name" --addtag holdfast "$@" "$group/$volume" >&2`,
        mount: `${VOLUME}
options=ro
[ "$fstype" != xfs ] || options=ro,nouuid
mount -t "$fstype" -o "$options" "/dev/$group/$name" "$at"`,
        check: `${VOLUME}
set -- $(lvs --noheadings --separator ' ' -o lv_attr,data_percent "$group/$name")
[ $# -ge 1 ] || { echo "the snapshot $group/$name is gone" >&2; exit 1; }
case $1 in
  ????a???-*) ;;
  *) echo "the snapshot $group/$name is no longer whole (lvs says $1)" >&2; exit 1 ;;
esac
case $segment in
  thin) ;;
  *) case \${2:-} in
      '' | *[!0-9.]* | 1[0-9][0-9]*) echo "the snapshot $group/$name has overflowed (\${2:-unknown} % used)" >&2; exit 1 ;;
    esac ;;
esac`,
        unmount: 'umount "$at"',
        destroy: `${VOLUME}
lvs "$group/$name" >/dev/null 2>&1 || exit 0
lvremove --force --yes "$group/$name" >&2`,
        list: `${volume_kind/* OURS */.o6}${VOLUME}
lvs --noheadings --separator ' ' -o lv_name,origin "$group" | while read -r lv of; do
  if [ "$of" = "$volume" ] && ours "$lv"; then echo "$lv"; fi
done`,
    };
}

;// CONCATENATED MODULE: ./build/files/volume/volume-words.js




const COMMANDS = ['create', 'mount', 'unmount', 'destroy'];
/** lvcreate's own: `20%ORIGIN`, `512M`, `5g`. */
const LVM_SIZE = /^[1-9][0-9]*([kmgtKMGT]|%(ORIGIN|VG|FREE))$/;
/**
 * The snapshot of a volume that files are read from, or undefined: they are read where they are.
 * @param show A word as the user knows it: `--volume`, or `the input \`volume\``.
 * @throws HoldfastError bad-input for words that are missing, unknown, or would be ignored.
 */
function parseVolume(words, show) {
    const { volume, size, keep, container } = words;
    const given = COMMANDS.filter((command) => words[command] !== null);
    if (volume === null) {
        const word = given[0] ?? (size === null ? (keep ? 'keep' : null) : 'size');
        if (word === null)
            return undefined;
        throw refusal(show(`volume-${word}`), `there is no ${show('volume')}`, 'it too');
    }
    if (container !== null)
        throw refusal(show('volume'), `there is ${show('container')}`, 'the host that has the volume. Back it up there');
    if (volume !== 'command' && given[0] !== undefined)
        throw refusal(show(`volume-${given[0]}`), `${show('volume')} is ${JSON.stringify(volume)}`, '"command" with it');
    if (volume !== 'lvm' && size !== null)
        throw refusal(show('volume-size'), `${show('volume')} is ${JSON.stringify(volume)}`, '"lvm" with it');
    return { kind: kindOf(words, volume, show), keep };
}
function kindOf(words, volume, show) {
    if (volume === 'btrfs')
        return btrfs/* BTRFS */.gH;
    if (volume === 'lvm') {
        const { size } = words;
        if (size !== null && !LVM_SIZE.test(size))
            throw refusal(show('volume-size'), `it is ${JSON.stringify(size)}`, 'such as 5G or 20%ORIGIN');
        return lvmKind(size ?? LVM_DEFAULT_SIZE);
    }
    if (volume !== 'command')
        throw refusal(show('volume'), `it is ${JSON.stringify(volume)}`, 'lvm, btrfs or command');
    const command = (word) => {
        const text = words[word];
        if (text !== null && text.trim() !== '')
            return text;
        throw refusal(show('volume'), `there is no ${show(`volume-${word}`)}`, 'all of create, mount, unmount and destroy');
    };
    return commandKind({
        create: command('create'),
        mount: command('mount'),
        unmount: command('unmount'),
        destroy: command('destroy'),
    });
}
function refusal(what, actual, expected) {
    return new errors/* HoldfastError */.E('bad-input', `Cannot use ${what}: ${actual}, expected ${expected}.`);
}


/***/ }),

/***/ 4405:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  openArtifactStore: () => (/* binding */ openArtifactStore)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/archive/archive-store.js
var archive_store = __webpack_require__(82643);
// EXTERNAL MODULE: ./build/backends/cancel.js
var cancel = __webpack_require__(54716);
// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
// EXTERNAL MODULE: ./build/backends/backend.js
var backend = __webpack_require__(77656);
// EXTERNAL MODULE: ./build/bytestring.js
var bytestring = __webpack_require__(63509);
// EXTERNAL MODULE: ./build/system-error.js
var system_error = __webpack_require__(53648);
// EXTERNAL MODULE: ./build/github/toolkit-process.js
var toolkit_process = __webpack_require__(49620);
;// CONCATENATED MODULE: ./build/github/artifact-errors.js





/** The cause when an artifact's time is over: GitHub keeps its name for a while, and has removed its bytes. */
class ExpiredArtifactError extends Error {
    name = 'ExpiredArtifactError';
}
function isExpired(error) {
    for (let e = error; e instanceof Error; e = e.cause)
        if (e instanceof ExpiredArtifactError)
            return true;
    return false;
}
/** The error for a name that no artifact has. */
function missingArtifact(what) {
    return new errors/* HoldfastError */.E('backend-failed', `${what}: there is none of that name.`, {
        cause: new backend/* MissingFileError */.Hb(),
    });
}
function expiredArtifact(what, expiredMs) {
    const when = expiredMs === null ? '' : ` on ${new Date(expiredMs).toISOString().slice(0, 10)}`;
    return new errors/* HoldfastError */.E('backend-failed', `${what}: it expired${when}, and GitHub removed it. Take another one; retention days say how long one is kept.`, { cause: new ExpiredArtifactError() });
}
/** What GitHub's client or its REST interface said, as ours. `what` is `Cannot store artifact "x" in this run`. */
function artifactError(what, error) {
    const known = (0,errors/* asHoldfastError */.C)(error);
    if (known !== null)
        return known;
    const said = error instanceof Error ? error : new Error(String(error));
    const { code, text } = explain(said);
    return new errors/* HoldfastError */.E(code, `${what}: ${text}`, { cause: causeOf(said) });
}
function explain(error) {
    const kind = error instanceof toolkit_process/* ToolkitError */.h4 ? error.kind : error.name;
    const status = error instanceof toolkit_process/* ToolkitError */.h4 ? error.status : null;
    if (kind === 'UsageError' || /insufficient usage|storage quota/i.test(error.message))
        return QUOTA;
    if (kind === 'GHESNotSupportedError')
        return NO_GHES;
    if (/already exists|\(409\)/.test(error.message))
        return TAKEN;
    if (/ACTIONS_(RUNTIME_TOKEN|RESULTS_URL)/.test(error.message))
        return NO_STEP;
    if (status === 401)
        return WRONG_TOKEN;
    if (status === 403 || status === 404)
        return NO_RIGHT;
    if (status === 410)
        return { code: 'backend-failed', text: 'it expired, and GitHub removed it.' };
    return {
        code: 'backend-failed',
        text: `${(0,bytestring.displayText)(firstLine((0,system_error/* systemErrorText */.f9)(error))).replace(/\.?$/, '.')} Try again; githubstatus.com tells of faults of GitHub's own.`,
    };
}
const QUOTA = {
    code: 'no-space',
    text: "GitHub's quota for artifacts is used up. Delete some, or keep them for fewer days, and wait: it is reckoned anew " +
        'every 6 to 12 hours. Or store archives in S3 or a folder.',
};
const NO_GHES = {
    code: 'backend-failed',
    text: 'GitHub Enterprise Server has no artifacts of this kind. Store archives in S3 or a folder.',
};
const TAKEN = {
    code: 'backend-failed',
    text: 'an artifact of this run has that name, and none can be replaced. Choose another name.',
};
const NO_STEP = {
    code: 'bad-input',
    text: 'the variables ACTIONS_RUNTIME_TOKEN and ACTIONS_RESULTS_URL are missing. Only actions have them, not "run:" steps ' +
        'nor programs outside of a workflow: give a token to read artifacts there.',
};
const WRONG_TOKEN = {
    code: 'no-permission',
    text: "GitHub doesn't take the token. Give a valid one, such as `github.token`.",
};
const NO_RIGHT = {
    code: 'no-permission',
    text: "the token can't see that GitHub repository's artifacts, or there is no such repository. It needs `actions: read` " +
        '(`permissions:` of the job), and to delete one `actions: write`; for another private repository, a token of that one.',
};
function causeOf(error) {
    const status = error instanceof toolkit_process/* ToolkitError */.h4 ? error.status : null;
    const isNetwork = /ECONN|ETIMEDOUT|ENOTFOUND|EHOSTUNREACH|EAI_AGAIN|socket hang up/.test(error.message);
    if (isNetwork || (status !== null && status >= 500))
        return new backend/* PassingFaultError */.ed(error.name, { cause: error });
    return error;
}
function firstLine(text) {
    return text.split('\n')[0] ?? '';
}

// EXTERNAL MODULE: ./build/github/rest.js
var rest = __webpack_require__(61418);
;// CONCATENATED MODULE: ./build/github/artifact-listing.js



const PER_PAGE = 100;
/** So many artifacts of one name, or of one repository, are looked at: the newest. */
const MAX_PAGES = 100;
/**
 * Artifacts, the newest first: of all runs of `source` but those for forks, or, if that is null, of this run.
 * @param name Only those of this name.
 * @throws HoldfastError: see `artifactError`.
 */
async function* listArtifacts(source, name, signal) {
    const where = source === null ? 'this run' : `${source.owner}/${source.repository}`;
    try {
        if (source === null)
            yield* await ofThisRun(name, signal);
        else
            yield* ofRepository(source, name, signal);
    }
    catch (error) {
        throw artifactError(`Cannot list the artifacts of ${where}`, error);
    }
}
async function ofThisRun(name, signal) {
    const listed = await (0,toolkit_process/* askToolkit */.eY)({ do: 'list-artifacts' }, { signal });
    return listed
        .filter((one) => name === null || one.name === name)
        .map((one) => ({ ...one, expiresMs: null, isExpired: false, runId: null }))
        .sort((a, b) => b.id - a.id);
}
async function* ofRepository({ owner, repository, token }, name, signal) {
    const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}/actions/artifacts`;
    for (let page = 1; page <= MAX_PAGES; page++) {
        const query = new URLSearchParams({
            per_page: `${PER_PAGE}`,
            page: `${page}`,
            ...(name === null ? {} : { name }),
        });
        const answer = await (0,rest/* askRest */.y)('GET', `${path}?${query}`, { token, signal });
        const artifacts = artifactsIn(answer);
        yield* artifacts.filter((one) => !isOfFork(one)).map(foundIn);
        if (artifacts.length < PER_PAGE)
            return;
    }
}
function artifactsIn(answer) {
    const list = answer?.artifacts;
    if (!Array.isArray(list))
        throw new Error("GitHub's answer is no list of artifacts");
    return list;
}
/**
 * Of a run for a pull request from a fork, whose workflow is whatever a stranger wrote: what it uploads stands among ours,
 * by any name, and is the newest. No backup is made there, for such a run gets no secret.
 */
function isOfFork({ workflow_run: run }) {
    if (run?.repository_id === undefined || run.head_repository_id === undefined)
        return false;
    return run.head_repository_id !== run.repository_id;
}
function foundIn(one) {
    return {
        id: one.id,
        name: one.name,
        sizeBytes: one.size_in_bytes,
        createdMs: msOf(one.created_at),
        digest: one.digest ?? null,
        expiresMs: msOf(one.expires_at),
        isExpired: one.expired,
        runId: one.workflow_run?.id ?? null,
    };
}
function msOf(time) {
    const ms = Date.parse(time ?? '');
    return Number.isNaN(ms) ? null : ms;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/github/artifact-upload.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});










/** GitHub takes nothing for so long although there is something to take: it is given up. */
const STALL_MS = 5 * 60_000;
/**
 * Uploads `stream` as the artifact `name` of this run: through a named pipe, with no copy on the disk; where there are no
 * named pipes, by a file. It is only finished when all of it was given: a stream that fails, and our own death, leave none.
 *
 * @throws What `stream` throws, as it is; ToolkitError; HoldfastError cancelled. GitHub may know the name afterwards.
 */
async function uploadStream(name, stream, options) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'holdfast-artifact-'));
    try {
        const path = (0,external_node_path_.join)(folder, name);
        const isPipe = await makePipe(path);
        const inFile = isPipe ? null : await copyToFile(stream, path, options.signal);
        const { retentionDays, signal } = options;
        const request = { do: 'upload-artifact', name, folder, isPipe, retentionDays };
        const upload = new toolkit_process/* ToolkitProcess */.si(request, { signal });
        try {
            const sent = inFile ?? (await send(stream, upload, options));
            assertSame(name, sent, await upload.result);
        }
        finally {
            // Of one that is done nothing is left to kill.
            await upload.kill();
        }
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** False where the system has none. */
async function makePipe(path) {
    const env = { PATH: process.env['PATH'] }; // ours holds secrets
    return (0,external_node_util_.promisify)(external_node_child_process_.execFile)('mkfifo', ['-m', '600', path], { env }).then(() => true, () => false);
}
async function copyToFile(stream, path, signal) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = __addDisposableResource(env_1, await (0,promises_.open)(path, 'wx', 0o600), true);
        const hash = (0,external_node_crypto_.createHash)('sha256');
        let sizeBytes = 0;
        for await (const part of stream) {
            (0,cancel/* throwIfCancelled */.dZ)(signal);
            hash.update(part);
            sizeBytes += part.length;
            await file.writeFile(part);
        }
        return { sizeBytes, digest: hash.digest('hex') };
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        const result_1 = __disposeResources(env_1);
        if (result_1)
            await result_1;
    }
}
async function send(stream, upload, { signal, stallMs = STALL_MS }) {
    const hash = (0,external_node_crypto_.createHash)('sha256');
    let sizeBytes = 0;
    // Whoever gives the stream may wait for hours: an upload that failed meanwhile ends the waiting.
    for await (const part of untilSettled(stream, upload.result)) {
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        hash.update(part);
        sizeBytes += part.length;
        // A copy: the memory of a part is the caller's again when the next one is asked for.
        const hasRoom = upload.input.write(Buffer.from(part));
        if (!hasRoom)
            await Promise.race([drained(upload.input, stallMs), upload.result]);
    }
    upload.complete({ completeBytes: sizeBytes });
    return { sizeBytes, digest: hash.digest('hex') };
}
/** What `stream` gives, until `result` rejects. Either way the stream is ended. */
async function* untilSettled(stream, result) {
    const iterator = stream[Symbol.asyncIterator]();
    const failed = result.then(() => {
        throw new errors/* HoldfastError */.E('internal', 'Cannot store an artifact: it was finished before its end.');
    });
    failed.catch(() => { });
    let isEnded = false;
    try {
        for (;;) {
            const next = iterator.next();
            next.catch(() => {
                isEnded = true;
            });
            const { done, value } = await Promise.race([next, failed]);
            if (done) {
                isEnded = true;
                return;
            }
            yield value;
        }
    }
    finally {
        // Not waited for: one that is stuck would hold us up.
        if (!isEnded)
            void Promise.resolve(iterator.return?.()).catch(() => { });
    }
}
async function drained(input, stallMs) {
    const signal = AbortSignal.timeout(stallMs);
    try {
        await (0,external_node_events_.once)(input, 'drain', { signal });
    }
    catch (error) {
        if (!signal.aborted)
            throw error;
        throw new Error(`ETIMEDOUT: GitHub took nothing for ${Math.round(stallMs / 1000)} s`);
    }
}
/** What the client says it sent is what we gave it, byte by byte. */
function assertSame(name, sent, uploaded) {
    if (uploaded.digest === sent.digest && uploaded.sizeBytes === sent.sizeBytes)
        return;
    throw new errors/* HoldfastError */.E('backend-failed', `Cannot store artifact "${name}": GitHub has ${uploaded.sizeBytes} bytes with the SHA-256 ${uploaded.digest}, ` +
        `expected ${sent.sizeBytes} with ${sent.digest}. It was altered on the way: store it again.`);
}

;// CONCATENATED MODULE: ./build/github/artifact-store.js












/**
 * GitHub's artifacts as a store of archives. What is put becomes an artifact of this run, whatever the source is; of
 * several of one name, which different runs may have, the newest is meant. What expired isn't listed.
 */
function openArtifactStore(options) {
    return new ArtifactStore(options);
}
class ArtifactStore {
    location;
    #options;
    constructor(options) {
        const { source } = options;
        this.#options = options;
        this.location =
            source === null ? 'artifacts of this run' : `artifacts of ${source.owner}/${source.repository}`;
    }
    async put(name, stream, signal) {
        (0,archive_store/* assertName */.I)(name);
        (0,cancel/* throwIfCancelled */.dZ)(signal);
        const what = `Cannot store artifact "${name}" in this run`;
        await this.#refuseTaken(name, what, signal);
        const { retentionDays, upload } = this.#options;
        let streamFailure = null;
        const watched = failureOf(stream, (error) => {
            streamFailure = { error };
        });
        try {
            await uploadStream(name, watched, { ...upload, retentionDays, signal });
        }
        catch (error) {
            const failure = artifactError(what, error);
            if (!isTaken(failure))
                await this.#removeFailed(name);
            throw streamFailure === null ? failure : streamFailure.error;
        }
    }
    async *get(name, signal) {
        const what = `Cannot read artifact "${name}" of ${this.#whose()}`;
        const artifact = await this.#find(name, what, signal);
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(process.env['RUNNER_TEMP'] || (0,external_node_os_.tmpdir)(), 'holdfast-artifact-'));
        try {
            yield* (0,external_node_fs_.createReadStream)(await this.#download(artifact, folder, what, signal));
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    }
    async *list(signal) {
        const seen = new Set();
        for await (const one of listArtifacts(this.#options.source, null, signal)) {
            if (one.isExpired || seen.has(one.name) || !archive_store/* NAME_PATTERN */.V.test(one.name))
                continue;
            seen.add(one.name);
            yield { name: one.name, sizeBytes: one.sizeBytes, storedMs: one.createdMs };
        }
    }
    async remove(name, signal) {
        const { source } = this.#options;
        const what = `Cannot remove artifact "${name}" of ${this.#whose()}`;
        try {
            if (source === null) {
                await (0,toolkit_process/* askToolkit */.eY)({ do: 'delete-artifact', name }, { signal });
                return;
            }
            const { owner, repository, token } = source;
            const path = `/repos/${encodeURIComponent(owner)}/${encodeURIComponent(repository)}/actions/artifacts`;
            for await (const { id } of listArtifacts(source, name, signal))
                await (0,rest/* askRest */.y)('DELETE', `${path}/${id}`, { token, signal });
        }
        catch (error) {
            throw artifactError(what, error);
        }
    }
    async close() { }
    #whose() {
        return this.location.slice('artifacts of '.length);
    }
    /** GitHub refuses it, too, but then nobody could tell what was there before from what we leave when we fail. */
    async #refuseTaken(name, what, signal) {
        for await (const _ of listArtifacts(null, name, signal))
            throw artifactError(what, new Error('already exists'));
    }
    /** What can't be removed expires; it was never finished, or is named by no one. */
    async #removeFailed(name) {
        await (0,toolkit_process/* askToolkit */.eY)({ do: 'delete-artifact', name }, { limitMs: REMOVE_LIMIT_MS }).catch(() => { });
    }
    async #find(name, what, signal) {
        let expired = null;
        for await (const one of listArtifacts(this.#options.source, name, signal)) {
            if (!one.isExpired)
                return one;
            expired ??= one;
        }
        throw expired === null ? missingArtifact(what) : expiredArtifact(what, expired.expiresMs);
    }
    /** @returns The file's path. Its digest was compared, and its size. */
    async #download({ id, digest, sizeBytes, runId }, folder, what, signal) {
        const { source } = this.#options;
        const from = source === null || runId === null ? null : { ...source, runId };
        try {
            const request = { do: 'download-artifact', id, folder, digest, from };
            const { isMismatch } = await (0,toolkit_process/* askToolkit */.eY)(request, { signal });
            if (isMismatch)
                throw altered(what, `its SHA-256 is another than the ${digest} that it was stored with`);
            const [file, ...more] = await (0,promises_.readdir)(folder);
            if (file === undefined || more.length > 0)
                throw altered(what, `it is ${more.length + 1} files, expected one`);
            const path = (0,external_node_path_.join)(folder, file);
            const { size } = await (0,promises_.stat)(path);
            if (size !== sizeBytes)
                throw altered(what, `${size} bytes came, expected ${sizeBytes}`);
            return path;
        }
        catch (error) {
            throw artifactError(what, error);
        }
    }
}
/** A run that is cancelled has some seconds left. */
const REMOVE_LIMIT_MS = 5_000;
function isTaken(error) {
    return error.message.includes('an artifact of this run has that name');
}
function altered(what, how) {
    return new errors/* HoldfastError */.E('backend-failed', `${what}: ${how}. It was altered, or cut off; take another one.`);
}
/** `stream`, and told of what it throws. */
async function* failureOf(stream, onFailure) {
    try {
        yield* stream;
    }
    catch (error) {
        onFailure(error);
        throw error;
    }
}


/***/ }),

/***/ 88772:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   G5: () => (/* binding */ withoutPassword),
/* harmony export */   UQ: () => (/* binding */ parseSshAddress),
/* harmony export */   __: () => (/* binding */ formatSshAddress),
/* harmony export */   un: () => (/* binding */ parseHostAddress)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


const FORMS = 'expected "local" or "ssh://user@host:port"';
/**
 * `local`, or `ssh://[user@]host[:port]`, where an IPv6 address stands in brackets.
 * @throws HoldfastError bad-input with the value.
 */
function parseHostAddress(address) {
    return address === 'local' ? 'local' : parseSshAddress(address);
}
/** @throws HoldfastError bad-input with the value. */
function parseSshAddress(address) {
    const match = /^ssh:\/\/(?:([^@]*)@)?(\[[^\]]*\]|[^:[\]/]*)(?::([^:/]*))?\/?$/i.exec(address);
    if (match === null)
        throw badAddress(address, 'it has another form');
    const [, user = null, bracketed = '', port] = match;
    const host = bracketed.replace(/^\[|\]$/g, '');
    if (user?.includes(':'))
        throw badAddress(address, 'a password stands in it');
    if (user !== null)
        checkWord(address, 'user', user);
    checkWord(address, 'host', host);
    if (bracketed.startsWith('[') !== host.includes(':'))
        throw badAddress(address, 'only IPv6 has brackets');
    return { user, host, port: port === undefined ? null : parsePort(address, port) };
}
/** `ssh://user@host:port`, with the parts that are known. */
function formatSshAddress({ user, host, port }) {
    const name = host.includes(':') ? `[${host}]` : host;
    return `ssh://${user === null ? '' : `${user}@`}${name}${port === null ? '' : `:${port}`}`;
}
/** `address`, right or wrong, for people: what stands where some write a password (`user:password@`) becomes `…`. */
function withoutPassword(address) {
    return address.replace(/^([a-z][a-z0-9+.-]*:\/\/)?([^:@/]*):(?!\/\/).*@/is, '$1$2:…@');
}
/** A word that begins with `-` would be an option to the system's ssh. */
function checkWord(address, what, word) {
    if (word === '')
        throw badAddress(address, `the ${what} is empty`);
    if (word.startsWith('-'))
        throw badAddress(address, `the ${what} begins with "-"`);
    if (!/^[\x21-\x7e]+$/.test(word) || /[/\\"'`$;&|<>(){}*?!#,]/.test(word)) {
        throw badAddress(address, `the ${what} holds a character that no ${what} has`);
    }
}
const MAX_PORT = 65_535;
function parsePort(address, text) {
    const port = /^[0-9]{1,5}$/.test(text) ? Number(text) : 0;
    if (port < 1 || port > MAX_PORT)
        throw badAddress(address, `the port isn't a number from 1 to ${MAX_PORT}`);
    return port;
}
function badAddress(address, actual) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot reach the host "${(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.displayText)(withoutPassword(address))}": ${actual}, ${FORMS}. Correct the address.`);
}


/***/ }),

/***/ 37216:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   T: () => (/* binding */ AS_A_PERSON)
/* harmony export */ });
/**
 * Shell, before a user's own command: what that starts must not keep the locale, the time zone and the file modes that our
 * own commands are run with (Host).
 */
const AS_A_PERSON = 'unset LC_ALL TZ; umask 022';


/***/ }),

/***/ 28976:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   _: () => (/* binding */ quoteAll),
/* harmony export */   h: () => (/* binding */ quote)
/* harmony export */ });
/* harmony import */ var _bytestring_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(63509);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


/**
 * `word` as one word of a POSIX shell script: whatever bytes it holds, the shell takes them as they are.
 *
 * The result is ASCII, so that it means the same bytes wherever a script goes; text that isn't known to be ASCII
 * comes here by `fromText`. It may hold newlines. Nothing else in the project may quote.
 *
 * @throws HoldfastError bad-input for NUL, which no argument of a command can hold.
 */
function quote(word) {
    if (word.includes('\0')) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', 'Cannot pass a word with a NUL byte to a command: no argument can hold one. Remove it.');
    }
    if (word === '')
        return "''";
    if (PLAIN.test(word))
        return word;
    return word.replace(RUN, (run) => /^[\x20-\x7e\n]/.test(run) ? inQuotes(run) : byPrintf(run));
}
/** `words`, each quoted, with a space between. */
function quoteAll(words) {
    return words.map(quote).join(' ');
}
/** Words that no shell reads anything into: not even `~`, `=` or `{`, which some do at a word's beginning. */
const PLAIN = /^[A-Za-z0-9_./:@%+,-]+$/;
/** Runs of printable ASCII and newlines, and runs of all else. */
const RUN = /[\x20-\x7e\n]+|[^\x20-\x7e\n]+/g;
function inQuotes(run) {
    return `'${run.replaceAll("'", `'\\''`)}'`;
}
/** A command substitution strips newlines at its end: `run` holds none. */
function byPrintf(run) {
    const octal = [...(0,_bytestring_js__WEBPACK_IMPORTED_MODULE_1__.toBytes)(run)].map((byte) => `\\${byte.toString(8).padStart(3, '0')}`);
    return `"$(printf '${octal.join('')}')"`;
}


/***/ }),

/***/ 56268:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   BU: () => (/* binding */ checkTemplate),
/* harmony export */   c2: () => (/* binding */ SLACK_TEMPLATE),
/* harmony export */   pz: () => (/* binding */ fillIn)
/* harmony export */ });
/* unused harmony export FIELDS */
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);

/** What a webhook's template can name. No name of a file is in it, but `reason` may hold one: it is told only where it is named. */
const FIELDS = ['action', 'outcome', 'target', 'host', 'duration', 'run', 'reason'];
/** Slack's shape, which others take, too. */
const SLACK_TEMPLATE = '{"text":"{{action}} of {{target}} on {{host}}: {{outcome}} ({{duration}}). {{run}}"}';
const PLACEHOLDER = /\{\{\s*([\w-]*)\s*\}\}/g;
/** @throws HoldfastError bad-input for a field that there isn't, or what isn't JSON once it is filled in. */
function checkTemplate(template, name) {
    const unknown = [...template.matchAll(PLACEHOLDER)]
        .map(([, field = '']) => field)
        .find((field) => !isField(field));
    if (unknown !== undefined) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it names {{${unknown}}}, expected ${FIELDS.map((field) => `{{${field}}}`).join(', ')}.`);
    }
    try {
        JSON.parse(fillIn(template, Object.fromEntries(FIELDS.map((field) => [field, 'x']))));
    }
    catch {
        // The parser's own message would show a part of it, which may be a key of the service's.
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${name}: it isn't JSON, expected such as ${SLACK_TEMPLATE}.`);
    }
}
/** Each value stands in a JSON string, and can neither end it nor be a mention or a link to a chat. */
function fillIn(template, fields) {
    return template.replace(PLACEHOLDER, (_, field) => (isField(field) ? inString(fields[field]) : ''));
}
function inString(value) {
    const inert = value.replaceAll('<', '‹').replaceAll('>', '›').replaceAll('@', '＠');
    return JSON.stringify(inert).slice(1, -1);
}
function isField(field) {
    return FIELDS.some((one) => one === field);
}


/***/ }),

/***/ 47508:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $3: () => (/* binding */ isOwnTag),
/* harmony export */   $r: () => (/* binding */ targetOf),
/* harmony export */   Kv: () => (/* binding */ DEFAULT_TARGET),
/* harmony export */   Ne: () => (/* binding */ isIncomplete),
/* harmony export */   XY: () => (/* binding */ keptBecause),
/* harmony export */   Zx: () => (/* binding */ isCheckpoint),
/* harmony export */   dy: () => (/* binding */ keepTags),
/* harmony export */   mI: () => (/* binding */ targetTag),
/* harmony export */   sD: () => (/* binding */ CHECKPOINT_TAG),
/* harmony export */   yt: () => (/* binding */ INCOMPLETE_TAG)
/* harmony export */ });
/* unused harmony export KEEP_TAG */
// restic's snapshots have one field that is free: tags. Holdfast's own among them are these.
/** How all of ours but INCOMPLETE_TAG begin. */
const OWN_TAG_PREFIX = 'holdfast:';
/** On a snapshot that lacks something: never `latest`, never fresh, but a parent for the next run. */
const INCOMPLETE_TAG = 'incomplete';
/** Beside INCOMPLETE_TAG, on a snapshot that a long run left on its way: removed once a complete one exists. */
const CHECKPOINT_TAG = 'holdfast:checkpoint';
/** On a snapshot that was taken for a reason and stays until that is taken back: stock restic keeps it by `--keep-tag`. */
const KEEP_TAG = 'holdfast:keep';
/** Before that reason, in a tag of its own. */
const BECAUSE_TAG_PREFIX = 'holdfast:because=';
/** The application's name where none is given: a host's files that belong to no application in particular. */
const DEFAULT_TARGET = 'files';
/** Before the name of the target (application) that a snapshot is of. */
const TARGET_TAG_PREFIX = 'holdfast:target=';
function targetTag(target) {
    return `${TARGET_TAG_PREFIX}${target}`;
}
/** The target that a snapshot is of, or null if it names none (restic's own). */
function targetOf(snapshot) {
    const tag = snapshot.tags.find((candidate) => candidate.startsWith(TARGET_TAG_PREFIX));
    return tag?.slice(TARGET_TAG_PREFIX.length) ?? null;
}
function isIncomplete(snapshot) {
    return snapshot.tags.includes(INCOMPLETE_TAG);
}
/** One of ours, which may go. An incomplete snapshot without our tag is what a run came to: it stays. */
function isCheckpoint(snapshot) {
    return isIncomplete(snapshot) && snapshot.tags.includes(CHECKPOINT_TAG);
}
/** Whether what a snapshot is, by its tags, would be another thing with this one. */
function isOwnTag(tag) {
    return tag === INCOMPLETE_TAG || tag.startsWith(OWN_TAG_PREFIX);
}
/** The tags of a snapshot that stays because of `reason`. */
function keepTags(reason) {
    return [KEEP_TAG, `${BECAUSE_TAG_PREFIX}${reason}`];
}
/** Why a snapshot stays until that is taken back: empty if nobody said so, null if it needn't stay. */
function keptBecause({ tags }) {
    if (!tags.includes(KEEP_TAG))
        return null;
    const tag = tags.find((candidate) => candidate.startsWith(BECAUSE_TAG_PREFIX));
    return tag?.slice(BECAUSE_TAG_PREFIX.length) ?? '';
}


/***/ })

};
