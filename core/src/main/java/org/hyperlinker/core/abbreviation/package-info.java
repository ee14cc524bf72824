/** Short forms and the long forms that a document defines for them. */
package org.hyperlinker.core.abbreviation;
