/** A new version of an ontology in the place of an old one: what changed, and an index of it. */
package org.hyperlinker.search.update;
