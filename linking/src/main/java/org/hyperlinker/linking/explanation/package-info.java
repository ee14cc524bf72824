/** Why a mention was linked as it was. */
package org.hyperlinker.linking.explanation;
