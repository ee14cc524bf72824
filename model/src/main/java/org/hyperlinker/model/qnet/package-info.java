/** The q-net: the small network that a query becomes, and what its shape is. */
package org.hyperlinker.model.qnet;
