/** The pieces of work of an experiment, each kept under a hash of its inputs. */
package org.hyperlinker.experiments.step;
