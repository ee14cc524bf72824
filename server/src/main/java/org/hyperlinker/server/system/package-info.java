/**
 * What is served: models with their indexes, by name, each of which can be changed while in use.
 */
package org.hyperlinker.server.system;
