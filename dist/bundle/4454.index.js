export const id = 4454;
export const ids = [4454];
export const modules = {

/***/ 29872:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   D: () => (/* binding */ parseStopSpans),
/* harmony export */   t: () => (/* binding */ parseQuiesce)
/* harmony export */ });
/* harmony import */ var _duration_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73110);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);


const DEFAULT_LEASE_MS = 120_000;
const DEFAULT_LONGEST_MS = 3_600_000;
/** A busy host, a slow line and four renewals must fit. */
const MIN_LEASE_MS = 20_000;
/**
 * How the application is stopped, or undefined: it isn't.
 * @param show A word as the user knows it: `--stop`, or `the input \`stop\``.
 * @throws HoldfastError bad-input for words that are missing, would be ignored, or mean too short a time.
 */
function parseQuiesce({ stop, start, status, lease, maxQuiesce, container }, show) {
    if (stop.length === 0 || start.length === 0) {
        const given = [
            start.length > 0 && 'start',
            stop.length > 0 && 'stop',
            status !== null && 'status',
            lease !== null && 'lease',
            maxQuiesce !== null && 'max-quiesce',
        ].find((word) => word !== false);
        if (given === undefined)
            return undefined;
        const missing = stop.length === 0 ? 'stop' : 'start';
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show(given)} without ${show(missing)}: an application that is stopped must be started again, and who starts it must have stopped it.`);
    }
    const blank = [...stop, ...start, status ?? '-'].some((command) => command.trim() === '');
    if (blank) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use an empty command for ${show('stop')}, ${show('start')} or ${show('status')}: expected a shell command.`);
    }
    if (container !== null) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('stop')} with ${show('container')}: a watchdog in a container ends with it. Back the container’s volumes up from its host, and stop the container there.`);
    }
    return { stop, start, status, ...parseStopSpans({ lease, maxQuiesce }, show) };
}
/** How long an application may be held. @throws HoldfastError bad-input for too short a time. */
function parseStopSpans({ lease, maxQuiesce }, show) {
    const leaseMs = lease === null ? DEFAULT_LEASE_MS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(lease, show('lease'));
    const longestMs = maxQuiesce === null ? DEFAULT_LONGEST_MS : (0,_duration_js__WEBPACK_IMPORTED_MODULE_1__/* .parseDuration */ .E)(maxQuiesce, show('max-quiesce'));
    if (leaseMs < MIN_LEASE_MS) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('lease')}: it is ${JSON.stringify(lease)}, expected 20s at least: it is renewed four times in that time, over a line that may be slow.`);
    }
    if (longestMs < leaseMs) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('max-quiesce')}: it is ${longestMs / 1000} s, and ${show('lease')} ${leaseMs / 1000} s, expected no less than that.`);
    }
    return { leaseMs, longestMs };
}


/***/ }),

/***/ 57528:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   applicationOf: () => (/* binding */ applicationOf),
/* harmony export */   planApplication: () => (/* binding */ planApplication),
/* harmony export */   siteOf: () => (/* binding */ siteOf)
/* harmony export */ });
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(29872);
/* harmony import */ var _operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(85831);
/* harmony import */ var _settings_application_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(59206);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(65487);
/* harmony import */ var _quiesce_options_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80563);





/** The application that --app names; null: none. @throws HoldfastError bad-input. */
function applicationOf({ flags }) {
    const { app = null, appOption: options, stop, start, status } = flags;
    const application = (0,_settings_application_js__WEBPACK_IMPORTED_MODULE_0__/* .parseApplication */ .wO)({ app, options }, (word) => `--${word}`);
    if (application === null)
        return null;
    const others = [
        stop.length > 0 && '--stop',
        start.length > 0 && '--start',
        status !== undefined && '--status',
    ];
    (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseOtherStop */ .XT)(others.filter((flag) => flag !== false), '--app');
    return application;
}
/** `options` with all that the application's profile says of the host. */
async function planApplication(task, host, { application, options }) {
    const { lease = null, maxQuiesce = null, container } = task.flags;
    const spans = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_2__/* .parseStopSpans */ .D)({ lease, maxQuiesce }, (word) => `--${word}`);
    const site = siteOf(task, host);
    const plan = await application.planBackup(site);
    if (container !== undefined)
        (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .refuseContainer */ .O)(plan, '--container');
    const stop = { ...spans, holder: (0,_quiesce_options_js__WEBPACK_IMPORTED_MODULE_3__.holder)(), connect: (signal) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)({ ...task, signal }) };
    return (0,_operations_backup_planned_backup_js__WEBPACK_IMPORTED_MODULE_1__/* .withPlan */ .m5)(options, plan, { site, stop });
}
/** What a profile sees of the host. */
function siteOf(task, host) {
    const { flags, reporter, signal, terminal } = task;
    return {
        host,
        signal,
        env: terminal.env,
        connect: (address) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_4__.connect)({ ...task, flags: { ...flags, on: address } }),
        onInfo: (message) => reporter.onInfo(message),
        onWarning: (message) => reporter.onWarning(message),
    };
}


/***/ }),

/***/ 65487:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   connect: () => (/* binding */ connect)
/* harmony export */ });
/* harmony import */ var _hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(79662);
/* harmony import */ var _hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(84523);
/* harmony import */ var _settings_secret_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(95850);
/* harmony import */ var _password_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(64986);
/* harmony import */ var _prompt_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9863);





/** Connects to the host that the flags name. The agent is the one that ssh would ask. */
async function connect(task) {
    const { flags, terminal, signal } = task;
    const client = (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .sshClientOf */ .l)(flags.sshClient, '--ssh-client');
    const password = client === 'ssh2' || flags.sshPasswordFile !== undefined ? await sshPassword(task) : null;
    return (0,_hosts_connect_js__WEBPACK_IMPORTED_MODULE_1__.connectHost)(flags.on, {
        client,
        identity: flags.identity,
        passphrase: await identityPassphrase(task),
        password: password ?? undefined,
        knownHosts: flags.knownHosts,
        jump: flags.jump,
        become: (0,_hosts_host_access_js__WEBPACK_IMPORTED_MODULE_0__/* .becomeOf */ .b)(flags.become, '--become'),
        container: flags.container,
        // Servers let nobody try often: an agent's keys would use up the tries before the password's turn.
        agent: password === null ? terminal.env['SSH_AUTH_SOCK'] : undefined,
        signal,
    });
}
async function sshPassword({ flags, terminal: { env } }) {
    const file = flags.sshPasswordFile;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the SSH password');
    return (0,_settings_secret_js__WEBPACK_IMPORTED_MODULE_3__/* .environmentSecret */ .q)(env['HOLDFAST_SSH_PASSWORD'], 'HOLDFAST_SSH_PASSWORD');
}
/** Asked for when the key needs one and somebody is there. */
async function identityPassphrase({ flags, terminal, signal }) {
    const { identity, identityPassphraseFile: file } = flags;
    if (file !== undefined)
        return (0,_password_js__WEBPACK_IMPORTED_MODULE_2__.readSecretFile)(file, 'the key’s passphrase');
    if (identity === undefined || flags.on === 'local' || !(0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__.canAsk)(terminal))
        return undefined;
    const { needsPassphrase } = await Promise.all(/* import() | ssh */[__webpack_require__.e(5472), __webpack_require__.e(3347)]).then(__webpack_require__.bind(__webpack_require__, 22220));
    if (!(await needsPassphrase(identity)))
        return undefined;
    return (0,_prompt_js__WEBPACK_IMPORTED_MODULE_4__/* .askSecret */ .w)(terminal, 'enter passphrase of the private key: ', signal);
}


/***/ }),

/***/ 80563:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   holder: () => (/* binding */ holder),
/* harmony export */   quiesceOptions: () => (/* binding */ quiesceOptions),
/* harmony export */   refuseUnlessHeld: () => (/* binding */ refuseUnlessHeld)
/* harmony export */ });
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(48161);
/* harmony import */ var _apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(29872);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19473);
/* harmony import */ var _connect_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(65487);




/** How the application is stopped under a lease; undefined: it isn't. @throws HoldfastError bad-input. */
function quiesceOptions(task) {
    const { stop, start, status = null, lease = null, maxQuiesce = null, container = null } = task.flags;
    const words = { stop, start, status, lease, maxQuiesce, container };
    const parsed = (0,_apps_quiesce_words_js__WEBPACK_IMPORTED_MODULE_1__/* .parseQuiesce */ .t)(words, (word) => `--${word}`);
    if (parsed === undefined)
        return undefined;
    return { ...parsed, holder: holder(), connect: (signal) => (0,_connect_js__WEBPACK_IMPORTED_MODULE_2__.connect)({ ...task, signal }) };
}
/**
 * Who says what happens while the application stands believes that it does.
 * @throws HoldfastError bad-input for a flag that is about it, where nothing holds it.
 */
function refuseUnlessHeld(flags) {
    if (flags.app !== undefined || (flags.stop ?? []).length > 0)
        return;
    if (flags.firstPass === false) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot use --no-first-pass without --stop or --app: expected one of them. There is a first pass only ' +
            'where an application is stopped. Leave it out, or say what stops it.');
    }
    if (flags.spoolSize === undefined || flags.before.length > 0)
        return;
    throw new _errors_js__WEBPACK_IMPORTED_MODULE_3__/* .HoldfastError */ .E('bad-input', 'Cannot use --spool-size without --stop, --before or --app: expected one of them. Only while an application is held ' +
        'does anything wait on this machine to be uploaded. Leave it out, or say what holds it.');
}
/** Who has the lease, for others. */
function holder() {
    return `process ${process.pid} on ${(0,node_os__WEBPACK_IMPORTED_MODULE_0__.hostname)()}`;
}


/***/ }),

/***/ 84523:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   b: () => (/* binding */ becomeOf),
/* harmony export */   l: () => (/* binding */ sshClientOf)
/* harmony export */ });
/* harmony import */ var _choice_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(68881);

/** @throws HoldfastError bad-input. */
function sshClientOf(text, name) {
    return text == null ? 'ssh2' : (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(text, name, ['ssh2', 'openssh']);
}
/** @throws HoldfastError bad-input. */
function becomeOf(text, name) {
    return text == null ? undefined : (0,_choice_js__WEBPACK_IMPORTED_MODULE_0__.parseChoice)(text, name, ['sudo']);
}


/***/ }),

/***/ 85831:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  O: () => (/* binding */ refuseContainer),
  XT: () => (/* binding */ refuseOtherStop),
  m5: () => (/* binding */ withPlan)
});

// EXTERNAL MODULE: ./build/errors.js
var errors = __webpack_require__(19473);
;// CONCATENATED MODULE: ./build/operations/backup/planned-application.js
/** What an application's profile has a backup do beside reading files and dumps, and say of it. */
class PlannedApplication {
    #plan;
    #site;
    /** Stopped before this host, in this order. */
    nodes;
    #facts = {};
    constructor(plan, site, nodes) {
        this.#plan = plan;
        this.#site = site;
        this.nodes = nodes;
    }
    async beforeStop(host, signal) {
        await this.#plan.beforeStop?.({ ...this.#site, host, signal });
    }
    async whileStopped(host, signal) {
        this.#facts = (await this.#plan.whileStopped?.({ ...this.#site, host, signal })) ?? {};
    }
    /** Once all was read. Whether it is stopped still, by its status, whoever stopped it asks (quiesce.ts). */
    async afterReading(host, signal) {
        await this.#plan.afterReading?.({ ...this.#site, host, signal });
    }
    judge(dumps) {
        return this.#plan.judgeDumps?.(dumps) ?? [];
    }
    /** For the manifest. Whole once `whileStopped` has resolved. */
    get record() {
        const { record } = this.#plan;
        return { ...record, facts: { ...record.facts, ...this.#facts } };
    }
}

;// CONCATENATED MODULE: ./build/operations/backup/planned-backup.js


/** How long a node's lease outlives the one before: of nodes that nobody starts any more, one starts after the other. */
const NODE_STAGGER_MS = 60_000;
/**
 * What a plan makes of a backup that a user asked for; what the user named beside is saved, too.
 * @throws HoldfastError bad-input where the plan relies on a snapshot of the volume, and none is asked for.
 */
function withPlan(options, plan, { site, stop }) {
    const { onInfo, onWarning, env, connect } = site;
    if (plan.needsVolume === true && options.volume === undefined) {
        throw new errors/* HoldfastError */.E('bad-input', 'Cannot read the files of a running application: they are of several moments, expected a snapshot of their volume. Say how it is taken ' +
            '(--volume, the input `volume`), or take another way.');
    }
    const given = options.dumps ?? [];
    const nodes = plan.nodes.map(({ address, control }, i) => {
        const laterMs = (i + 1) * NODE_STAGGER_MS;
        const longer = { leaseMs: stop.leaseMs + laterMs, longestMs: stop.longestMs + laterMs };
        return { address, quiesce: { ...stop, ...longer, ...control, connect: () => connect(address) } };
    });
    return {
        ...options,
        paths: [...new Set([...plan.paths, ...options.paths])],
        volume: options.volume === undefined ? undefined : { ...options.volume, aside: plan.aside },
        excludes: [...plan.excludes, ...options.excludes],
        dumps: [...plan.databases.map((database) => ({ database })), ...given],
        buckets: [...(plan.buckets ?? []), ...(options.buckets ?? [])],
        before: [...options.before, ...plan.hooks.before],
        after: [...plan.hooks.after, ...options.after],
        commandLimitMs: plan.hooks.limitMs,
        // Where it runs on, files change by right.
        onChanged: options.onChanged === 'auto' && plan.record.running ? 'warn' : options.onChanged,
        quiesce: plan.control === null ? options.quiesce : { ...stop, ...plan.control },
        application: new PlannedApplication(plan, { onInfo, onWarning, env, connect }, nodes),
    };
}
/** @throws HoldfastError bad-input: an application is stopped in one way. */
function refuseOtherStop(given, name) {
    const [first] = given;
    if (first === undefined)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot use ${first} with ${name}: the application’s profile knows how it is stopped and started, expected one of them. ` +
        'Leave it out, or take the profile generic, which is told by its own options.');
}
/** @throws HoldfastError bad-input: what is stopped in a container can't be watched over there. */
function refuseContainer({ control }, name) {
    if (control === null)
        return;
    throw new errors/* HoldfastError */.E('bad-input', `Cannot stop an application within ${name}: a watchdog in a container ends with it. Back the container’s volumes up from its host, ` +
        'and stop the container there.');
}


/***/ }),

/***/ 59206:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   aZ: () => (/* binding */ configureSaved),
/* harmony export */   wO: () => (/* binding */ parseApplication)
/* harmony export */ });
/* unused harmony export readOptions */
/* harmony import */ var _apps_applications_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(97921);
/* harmony import */ var _errors_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(19473);
/* harmony import */ var _schema_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(38816);



/**
 * The application that is meant, with its settings; null: none is.
 * @param show A word as the user knows it: `--app`, or `the input \`app\``.
 * @throws HoldfastError bad-input.
 */
function parseApplication({ app, options }, show) {
    if (app === null) {
        if (options.length === 0)
            return null;
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('app-option')} without ${show('app')}: expected both. Say which application’s options they are.`);
    }
    const known = (0,_apps_applications_js__WEBPACK_IMPORTED_MODULE_1__/* .findApplication */ .oN)(app, show('app'));
    return known.configure(readOptions(known, options, show('app-option')), `the options of ${app}`);
}
/**
 * The application that a snapshot tells of, with the settings that it had then, but for those that are given.
 * @param app Null: whichever the snapshot says.
 * @throws HoldfastError bad-input.
 */
function configureSaved({ profile, settings }, { app, options }, show) {
    if (app !== null && app !== profile) {
        throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show('app')}: it is ${JSON.stringify(app)}, expected ${JSON.stringify(profile)}, as which the snapshot was made. Leave the name out.`);
    }
    const known = (0,_apps_applications_js__WEBPACK_IMPORTED_MODULE_1__/* .findApplication */ .oN)(profile, 'the profile in the snapshot');
    const given = readOptions(known, options, show('app-option'));
    return known.configure({ ...settings, ...given }, `the options of ${profile}`);
}
/**
 * `key=value` lines as the settings that they mean.
 * @throws HoldfastError bad-input for an unknown key, or one given twice that is no list.
 */
function readOptions({ name, schema }, options, show) {
    const kinds = kindsOf(schema);
    const settings = {};
    for (const option of options) {
        const [, key = '', value = ''] = /^([a-z][a-z0-9-]*)=(.*)$/s.exec(option) ?? [];
        const kind = kinds.get(key);
        if (kind === undefined)
            throw unknownOption(key === '' ? option : key, { name, kinds, show });
        const earlier = settings[key];
        if (kind === 'list')
            settings[key] = [...(earlier ?? []), value];
        else if (earlier === undefined)
            settings[key] = settingOf(value, kind);
        else
            throw new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show} ${key} twice: expected one.`);
    }
    return settings;
}
/** What stays text is refused by the schema, which says what it expected. */
function settingOf(text, kind) {
    if (kind === 'boolean' && /^(true|false)$/.test(text))
        return text === 'true';
    if (kind === 'number' && /^-?\d+(\.\d+)?$/.test(text))
        return Number(text);
    return text;
}
function kindsOf(schema) {
    const shape = schema instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodObject */ .bvH ? schema.shape : {};
    return new Map(Object.entries(shape).map(([key, type]) => [key, kindOf(type)]));
}
function kindOf(type) {
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodDefault */ .XiL || type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodOptional */ .IiU || type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodNullable */ .l1C)
        return kindOf(type.unwrap());
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodArray */ .naA)
        return 'list';
    if (type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodBoolean */ .WFD)
        return 'boolean';
    return type instanceof _schema_js__WEBPACK_IMPORTED_MODULE_2__/* .ZodNumber */ .rSt ? 'number' : 'text';
}
function unknownOption(key, { name, kinds, show }) {
    return new _errors_js__WEBPACK_IMPORTED_MODULE_0__/* .HoldfastError */ .E('bad-input', `Cannot use ${show} ${JSON.stringify(key)}: ${name} has no such option, expected KEY=VALUE with one of ${[...kinds.keys()].join(', ')}.`);
}


/***/ })

};
