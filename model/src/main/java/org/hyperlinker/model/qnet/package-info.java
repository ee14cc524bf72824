/** What a query becomes: a q-net, whose shape and numbers are here, or a plain vector. */
package org.hyperlinker.model.qnet;
