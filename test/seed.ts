import fc from 'fast-check';

// Taken in only with HOLDFAST_SEED: plays the cases again that a failure named by its seed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(process.env['HOLDFAST_SEED']) });
