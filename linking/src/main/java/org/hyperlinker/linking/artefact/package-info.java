/** What the files have in common that are learned and laid beside an index. */
package org.hyperlinker.linking.artefact;
